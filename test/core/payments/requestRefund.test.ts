import assert from "node:assert/strict";
import { MINUTE, stamp, useClock } from "../../../functions/src/core/clock.ts";
import type { Write } from "../../../functions/src/core/decide.ts";
import {
  refundable,
  refundOf,
  requestRefund,
} from "../../../functions/src/core/payments/requestRefund.ts";
import type { Payment } from "../../../functions/src/core/payments/schema.ts";
import { refused } from "../../support/call.ts";

const paid = {
  subject: "orders/1",
  uid: "ann",
  currency: "EUR",
  captured: 10_00,
  refunding: 4_00,
} as Payment;
const request = { amount: 6_00, reason: "broken", by: "manager" };

const snapshot = (payment?: Payment) =>
  ({
    id: "payment-1",
    ref: "payments/payment-1",
    updateTime: "then",
    data: () => payment,
  }) as unknown as Parameters<typeof requestRefund>[0];

/** What writes ask of a batch: the document and its fields. */
function asked(writes: Write[]): unknown[][] {
  const calls: unknown[][] = [];
  const note =
    (method: string) =>
    (ref: { path?: string }, fields: object): number =>
      calls.push([method, ref.path ?? ref, fields]);
  const batch = { update: note("update"), create: note("create") };
  for (const write of writes) write(batch as never);
  return calls;
}

describe("core: a refund that is asked for", () => {
  let putBack = () => {};
  before(() => {
    putBack = useClock(() => new Date("2026-11-22T10:00:00Z"));
  });
  after(() => putBack());

  const promised = (amount: number) => ({
    payment: "payment-1",
    subject: "orders/1",
    uid: "ann",
    amount,
    currency: "EUR",
    state: "pending",
    reason: "broken",
    by: "manager",
    providerId: null,
    attempts: 0,
    createdAt: stamp(),
    nextAt: stamp(MINUTE),
  });

  it("can be of what was received and is not promised back, and of nothing where more is", () => {
    assert.equal(refundable(paid), 6_00);
    assert.equal(refundable({ ...paid, refunding: 10_00 }), 0);
    assert.equal(refundable({ ...paid, refunding: 12_00 }), 0);
  });

  it("is looked at in a minute", () => {
    assert.deepEqual(refundOf("payment-1", paid, request), promised(6_00));
  });

  it("is promised, and counted beside what is promised already, to the last cent", () => {
    assert.deepEqual(asked(requestRefund(snapshot(paid), "refund-1", request)), [
      ["update", "payments/payment-1", { refunding: 10_00 }],
      ["create", "refunds/refund-1", promised(6_00)],
    ]);
  });

  it("is refused where it is a cent more, with what is left", async () => {
    const attempt = async () =>
      requestRefund(snapshot(paid), "refund-1", { ...request, amount: 6_01 });
    const { left } = await refused(attempt(), "failed-precondition", "refund-too-large");
    assert.equal(left, 6_00);
    await assert.rejects(attempt(), { message: "Only €6.00 can still be refunded." });
  });

  it("of no payment is a mistake of ours", () => {
    const attempt = () => requestRefund(snapshot(), "refund-1", request);
    assert.throws(attempt, /there is no payment payment-1/);
  });
});
