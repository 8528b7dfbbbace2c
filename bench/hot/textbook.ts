import { stamp } from "../../functions/src/core/clock.ts";
import { db } from "../../functions/src/core/db.ts";
import { orders } from "../../functions/src/shop/order/schema.ts";
import { stock, variants } from "../../functions/src/shop/schema.ts";
import { counted } from "./count.ts";

/** An order as tutorials place it: one transaction that reads the stock and takes a piece of it. */
export async function placeByTransaction(sku: string, id: string): Promise<void> {
  await db.runTransaction(async (transaction) => {
    counted.attempts++;
    const shelf = await transaction.get(stock.doc(sku));
    await transaction.get(variants.doc(sku));
    const { onHand = 0, reserved = 0 } = shelf.data() ?? {};
    if (reserved >= onHand) throw new Error("sold out");
    transaction.update(stock.doc(sku), { reserved: reserved + 1 });
    transaction.create(db.collection(orders.path).doc(id), { sku, quantity: 1, placedAt: stamp() });
  });
  counted.stockWrites++;
}
