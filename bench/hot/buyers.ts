import { randomUUID } from "node:crypto";
import { orders } from "../../functions/src/shop/order/schema.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { stock } from "../../functions/src/shop/schema.ts";
import { shelve, shipTo } from "../../test/shop/support/shelf.ts";
import { call, customer } from "../../test/support/call.ts";
import { counted } from "./count.ts";
import { placeByTransaction } from "./textbook.ts";

// Run by index.ts: says "ready", then does what it is told and says what came of it.

export type Path = "textbook" | "normal" | "hot";

export interface Report {
  ok: number;
  attempts: number;
  stockWrites: number;
}

const [path = "normal", pieces = "", buyers = "", ordersEach = ""] = process.argv.slice(2);
const sku = "the-one";

const buyOne = (): Promise<unknown> =>
  path === "textbook"
    ? placeByTransaction(sku, randomUUID())
    : call(placeOrder, customer(), {
        requestId: randomUUID(),
        lines: [{ sku, quantity: 1 }],
        shipTo,
      });

async function buyAll(): Promise<Report> {
  let ok = 0;
  const buyer = async () => {
    for (let n = 0; n < Number(ordersEach); n++) {
      await buyOne().then(
        () => ok++,
        () => {},
      );
    }
  };
  await Promise.all(Array.from({ length: Number(buyers) }, buyer));
  return { ok, ...counted };
}

async function countAll() {
  const sold = (await orders.count().get()).data().count;
  return { sold, reserved: (await stock.doc(sku).get()).data()?.reserved ?? 0 };
}

const tasks: Record<string, () => Promise<unknown>> = {
  stock: () => shelve(Number(pieces), {}, sku, path === "hot" ? { hot: true } : {}),
  buy: buyAll,
  count: countAll,
};

// The connection to the database is there before the sale begins.
await stock.doc(sku).get();
process.on("message", async (task) => process.send?.((await tasks[String(task)]?.()) ?? null));
process.send?.("ready");
