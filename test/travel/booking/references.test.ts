import assert from "node:assert/strict";
import { applyIntent } from "../../../functions/src/core/payments/applyIntent.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { codeOf } from "../../../functions/src/travel/booking/reference.ts";
import { references } from "../../../functions/src/travel/booking/schema.ts";
import { beforeCommit } from "../../support/commits.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { useBookings } from "../support/bookingStates.ts";
import { untilHeard } from "../support/books.ts";
import { bookingOf, type House, open, stayFrom, take } from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";

describe("travel: the reference of a stay", () => {
  const { provider: use } = useBookings();

  const opened = async (house: House) => {
    const taken = await take(house, stayFrom(house, 10));
    return { ...taken, ...(await open(taken.bookingId, taken.person)) };
  };
  const held = async (code: string) => (await references.doc(code).get()).data()?.bookingId;

  it("is six characters that can't be misread, and no other booking's", async () => {
    const house = await plantHouse();
    const { bookingId, intent, paymentId } = await opened(house);
    const [first, second] = [codeOf(bookingId, 0), codeOf(bookingId, 1)];
    assert.match(first, /^[0-9A-HJKMNP-TV-Z]{6}$/);
    await references.doc(first).create({ bookingId: "another" });
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    assert.equal((await bookingOf(bookingId)).reference, second);
    assert.deepEqual([await held(first), await held(second)], ["another", bookingId]);
  });

  it("is another where somebody has it between reading and writing", async () => {
    const house = await plantHouse();
    const { bookingId, intent } = await opened(house);
    await untilHeard(use.simulator);
    await use.simulator.pause();
    await confirm(intent);
    const [first, second] = [codeOf(bookingId, 0), codeOf(bookingId, 1)];
    const meanwhile = () => references.doc(first).create({ bookingId: "another" });
    const heard = await provider().paymentIntents.retrieve(intent);
    assert.equal(await beforeCommit(meanwhile, () => applyIntent(heard)), 2);
    const { state, reference, timeline } = await bookingOf(bookingId);
    assert.deepEqual([state, reference, timeline.length], ["confirmed", second, 2]);
    assert.deepEqual([await held(first), await held(second)], ["another", bookingId]);
  });
});
