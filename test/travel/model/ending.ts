import assert from "node:assert/strict";
import { DAY, MINUTE } from "../../../functions/src/core/clock.ts";
import { recountNights } from "../../../functions/src/travel/jobs/recountNights.ts";
import { mend } from "../../support/troubles.ts";
import { mustHold } from "./invariants.ts";
import { lapsing, makingRefunds, minding, reconciling } from "./jobActions.ts";
import { type BookingPicture, bookingIn, type Picture } from "./picture.ts";
import { lookAgain, type World } from "./world.ts";

/**
 * Lets everything come to its end: banks make up their minds, events arrive, sweeps run until nothing
 * is due. Then the money in our books is the provider's, and each booking has kept what it may.
 */
export async function bringToAnEnd(world: World): Promise<void> {
  await mend(world);
  await settleAll(world);
  for (let rounds = 0; isDue(await lookAgain(world)); rounds++) {
    assert.ok(rounds < 14, `after ${rounds} rounds something is still due`);
    world.time += rounds < 3 ? 11 * MINUTE : rounds < 9 ? DAY : 7 * DAY;
    const before = world.picture;
    for (const work of [makingRefunds, reconciling, lapsing, minding]) await work().act(world);
    await settleAll(world);
    mustHold(before, await lookAgain(world), world.time);
  }
  const { picture } = world;
  await bookkeeping(world);
  assert.deepEqual(await recountNights(), [], "the weekly count finds nothing");
  for (const [id, booking] of Object.entries(picture.bookings)) agree(id, booking, picture);
}

/** Banks take what waits for them; what events are on their way arrive, the last first. */
async function settleAll({ simulator, lost }: World): Promise<void> {
  const { intents, refunds } = simulator.state();
  for (const { id, status } of [...intents, ...refunds]) {
    if (status === "processing" || status === "pending") await simulator.settle(id, "succeeded");
  }
  for (const { id } of simulator.state().events.toReversed()) {
    if (!lost.has(id)) assert.equal(await simulator.send(id), 200);
  }
}

const isDue = ({ bookings, changes, payments, refunds }: Picture): boolean =>
  Object.values(bookings).some(({ closeAt, completeAt }) => (closeAt ?? completeAt) !== null) ||
  Object.values(changes).some(({ closeAt }) => closeAt !== null) ||
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

const OVER = ["completed", "no_show", "declined", "expired", "cancelled", "refunded"];

function agree(id: string, booking: BookingPicture, picture: Picture): void {
  const { state, paid, timeline } = booking;
  assert.ok(OVER.includes(state), `${state} for ever`);
  assert.equal(booking.change, null, "other dates wait for ever");
  const own = Object.keys(picture.payments).filter((one) => bookingIn(picture, one) === id);
  const kept = own.reduce((all, one) => {
    const { captured, refunded } = picture.payments[one]!;
    return all + captured - refunded;
  }, 0);
  const sentBack = Object.values(picture.refunds).some(
    ({ payment, state: how }) => how === "failed" && own.includes(payment),
  );
  // What a bank has sent back waits for somebody to look at it.
  if (sentBack) assert.ok(booking.review, "nobody is told that a refund failed");
  if (sentBack) return;
  assert.equal(kept, paid, "money that came late, or twice, was kept");
  const gaveBackAll = state === "expired" || timeline.includes("cancelled_by_host");
  if (gaveBackAll || state === "refunded") assert.equal(kept, 0, `${state}, and ${kept} was kept`);
  if (state === "completed" || state === "no_show") {
    assert.ok(kept >= 0 && timeline.includes("confirmed"), "who stayed has paid");
  }
}
