import assert from "node:assert/strict";
import { DAY, MINUTE } from "../../../functions/src/core/clock.ts";
import { mend } from "../../support/troubles.ts";
import { makingRefunds, reconciling, sweeping } from "./houseActions.ts";
import { mustHold } from "./invariants.ts";
import type { OrderPicture, Picture } from "./picture.ts";
import { lookAgain, type World } from "./world.ts";

/**
 * Lets everything come to its end: banks make up their minds, events arrive, sweeps run until nothing
 * is due. Then the money in our books is the provider's, and each order agrees with its payment.
 */
export async function bringToAnEnd(world: World): Promise<void> {
  await mend(world);
  const before = world.picture;
  await settleAll(world);
  for (let rounds = 0; isDue(await lookAgain(world)); rounds++) {
    assert.ok(rounds < 12, `after ${rounds} rounds something is still due`);
    world.time += rounds < 3 ? 31 * MINUTE : DAY;
    for (const work of [makingRefunds, reconciling, sweeping]) await work().act(world);
    await settleAll(world);
  }
  const { picture } = world;
  mustHold(before, picture);
  await bookkeeping(world);
  for (const [id, order] of Object.entries(picture.orders)) agree(id, order, picture);
}

/** Banks take what waits for them; what events are on their way arrive, the last first. */
async function settleAll({ simulator, lost }: World): Promise<void> {
  const { intents, refunds } = simulator.state();
  for (const { id, status } of [...intents, ...refunds]) {
    if (status === "processing" || status === "pending") await simulator.settle(id, "succeeded");
  }
  for (const { id, pending_webhooks } of (await simulator.events()).toReversed()) {
    if (pending_webhooks === 1 && !lost.has(id)) assert.equal(await simulator.send(id), 200);
  }
}

const isDue = ({ orders, payments, refunds }: Picture): boolean =>
  Object.values(orders).some(({ closeAt }) => closeAt !== null) ||
  Object.values(payments).some(({ checkAt }) => checkAt !== null) ||
  Object.values(refunds).some(({ nextAt }) => nextAt !== null);

async function bookkeeping({ picture, simulator }: World): Promise<void> {
  const books = { captured: 0, refunded: 0 };
  for (const { captured, refunded } of Object.values(picture.payments)) {
    books.captured += captured;
    books.refunded += refunded;
  }
  const { captured, refunded } = await simulator.ledger();
  assert.deepEqual(books, { captured, refunded }, "our books are the provider's");
}

function agree(id: string, order: OrderPicture, { payments, refunds }: Picture): void {
  const own = Object.entries(payments).filter(([, { subject }]) => subject === `orders/${id}`);
  const kept = own.reduce((all, [, { captured, refunded }]) => all + captured - refunded, 0);
  const sentBack = Object.values(refunds).some(
    ({ payment, state }) => state === "failed" && own.some(([id]) => id === payment),
  );
  switch (order.state) {
    case "expired":
    case "cancelled":
    case "refunded":
      // What a bank has sent back waits for somebody to look at it.
      assert.ok(kept === 0 || (sentBack && order.review), `${order.state}, and ${kept} was kept`);
      break;
    case "paid":
    case "part_shipped":
    case "shipped":
    case "delivered":
    case "returned": {
      const paid = payments[order.payment ?? ""];
      assert.equal(paid?.captured, order.total, `${order.state}, and its payment is not there`);
      assert.equal(kept, paid.captured - paid.refunded, "money of another payment was kept");
      break;
    }
    default:
      assert.fail(`${order.state} for ever`);
  }
}
