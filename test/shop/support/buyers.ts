import { randomUUID } from "node:crypto";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { placeOrder } from "../../../functions/src/shop/placeOrder.ts";
import { call, customer } from "../../support/call.ts";
import { shipTo } from "./shelf.ts";
import type { Outcomes } from "./workers.ts";

// Run by startBuyers: says "ready", waits for a word, orders, tells the outcomes.
const [sku = "", buyers = ""] = process.argv.slice(2);

async function buy(): Promise<string> {
  const input = { requestId: randomUUID(), lines: [{ sku, quantity: 1 }], shipTo };
  try {
    await call(placeOrder, customer(), input);
    return "ok";
  } catch (error) {
    return reasonOf(error) ?? String(error);
  }
}

process.send?.("ready");
process.once("message", async () => {
  const outcomes: Outcomes = {};
  for (const outcome of await Promise.all(Array.from({ length: Number(buyers) }, buy))) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  process.send?.(outcomes, () => process.exit(0));
});
