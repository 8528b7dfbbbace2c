import assert from "node:assert/strict";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { orderOf } from "../support/orders.ts";
import {
  asked,
  everything,
  LOST,
  mailsTo,
  open,
  type Payable,
  paid,
  paymentOf,
  sweep,
  useWorld,
} from "./support/world.ts";

const RETRIEVE = /^GET \/v1\/payment_intents\//;

describe("shop: reconciling payments", () => {
  const world = useWorld();
  const retrieved = () => asked(world.simulator, RETRIEVE);

  it("finds money whose event was lost: the order is paid, ten minutes later", async () => {
    await world.simulator.deliver(LOST);
    const payable = await open();
    await confirm(payable.intent);
    world.pass(10 * MINUTE - 1);
    await sweep();
    assert.equal((await paymentOf(payable.paymentId)).state, "created");
    assert.equal(await retrieved(), 0);
    world.pass(1);
    await sweep();
    const { state, checkAt } = await paymentOf(payable.paymentId);
    assert.deepEqual([state, checkAt], ["succeeded", undefined]);
    assert.equal((await orderOf(payable.orderId)).state, "paid");
    assert.deepEqual(await mailsTo(payable), ["order-confirmed"]);
  });

  it("finds a failed try, one that waits for the bank, and what was canceled", async () => {
    await world.simulator.deliver(LOST);
    const [failed, waiting, canceled] = [await open(), await open(), await open()];
    await confirm(failed.intent, "pm_card_chargeDeclinedInsufficientFunds");
    await confirm(waiting.intent, "pm_success_de");
    await provider().paymentIntents.cancel(canceled.intent);
    world.pass(10 * MINUTE);
    await sweep();
    const found = await Promise.all(
      [failed, waiting, canceled].map(({ paymentId }) => paymentOf(paymentId)),
    );
    assert.deepEqual(
      found.map(({ state, problem }) => [state, problem]),
      [
        ["failed", "insufficient_funds"],
        ["processing", null],
        ["canceled", null],
      ],
    );
    assert.deepEqual(
      found.map(({ checkAt }) => checkAt !== undefined),
      [true, true, false],
    );
    assert.deepEqual(await mailsTo(failed), ["payment-failed"]);
    await world.simulator.settle(waiting.intent, "succeeded");
    world.pass(10 * MINUTE);
    await sweep();
    assert.equal((await orderOf(waiting.orderId)).state, "paid");
  });

  it("is no news when the event comes after all, late", async () => {
    await world.simulator.pause();
    const payable = await open();
    await confirm(payable.intent);
    world.pass(10 * MINUTE);
    await sweep();
    const before = await everything();
    for (const { id } of await world.simulator.events()) await world.simulator.send(id);
    const noted = Object.entries(await everything()).filter(([path]) => !(path in before));
    assert.deepEqual(
      noted.map(([path]) => path.split("/")[0]),
      ["paymentEvents", "paymentEvents"],
    );
    assert.deepEqual({ ...(await everything()), ...before }, await everything());
    assert.deepEqual(await mailsTo(payable), ["order-confirmed"]);
  });

  it("costs two reads and no write, and asks nobody, when nothing is due", async () => {
    await paid();
    await world.simulator.pause();
    await open();
    world.pass(10 * MINUTE - 1);
    const bill = await firestore.costOf(() => sweep());
    assert.deepEqual(bill, { reads: 2, writes: 0, deletes: 0 });
    assert.equal(await retrieved(), 0);
  });

  it("of one that cannot be asked about does not keep the others", async () => {
    await world.simulator.deliver(LOST);
    const payables = [await open(), await open(), await open()];
    for (const { intent } of payables) await confirm(intent);
    const [one, ...others] = payables as [(typeof payables)[0]];
    await world.simulator.fault({ path: one.intent, action: "500", times: 2 });
    world.pass(10 * MINUTE);
    await sweep();
    assert.equal((await paymentOf(one.paymentId)).state, "created");
    for (const { orderId } of others) assert.equal((await orderOf(orderId)).state, "paid");
    world.pass(10 * MINUTE);
    await sweep();
    assert.equal((await orderOf(one.orderId)).state, "paid");
  });

  it("takes so many at a time, oldest first", async () => {
    await world.simulator.deliver(LOST);
    const payables: Payable[] = [];
    for (let n = 0; n < 3; n++) {
      payables.push(await open());
      world.pass(1);
    }
    for (const { intent } of payables) await confirm(intent);
    world.pass(10 * MINUTE);
    const states = async () =>
      (await Promise.all(payables.map(({ paymentId }) => paymentOf(paymentId)))).map(
        ({ state }) => state,
      );
    await sweep(2);
    assert.deepEqual(await states(), ["succeeded", "succeeded", "created"]);
    assert.equal(await retrieved(), 2);
    await sweep(2);
    assert.deepEqual(await states(), ["succeeded", "succeeded", "succeeded"]);
  });

  it("by several sweeps at once asks once about each, and pays each once", async () => {
    await world.simulator.deliver(LOST);
    const payables = [await open(), await open(), await open()];
    for (const { intent } of payables) await confirm(intent);
    world.pass(10 * MINUTE);
    await Promise.all([sweep(), sweep(), sweep()]);
    assert.equal(await retrieved(), 3);
    for (const payable of payables) {
      assert.equal((await orderOf(payable.orderId)).state, "paid");
      assert.deepEqual(await mailsTo(payable), ["order-confirmed"]);
    }
  });

  it("at once with the event pays once", async () => {
    await world.simulator.pause();
    const payable = await open();
    await confirm(payable.intent);
    world.pass(10 * MINUTE);
    await Promise.all([sweep(), world.simulator.release(), sweep()]);
    await untilPayment(payable.paymentId, "succeeded");
    assert.deepEqual(await mailsTo(payable), ["order-confirmed"]);
  });

  it("asks less and less often, once a day at last, and ends when it is settled", async () => {
    const payable = await open();
    const opened = now().getTime();
    const ages: number[] = [];
    for (let n = 0; n < 11; n++) {
      const { checkAt } = await paymentOf(payable.paymentId);
      const age = (checkAt?.toMillis() ?? 0) - opened;
      ages.push(age);
      world.pass(opened + age - now().getTime());
      await sweep();
    }
    const waits = ages.map((age, n) => age - (ages[n - 1] ?? 0));
    assert.deepEqual(
      waits.map((wait) => wait / MINUTE),
      [10, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440],
    );
    assert.equal(await retrieved(), 11);

    await world.simulator.deliver(LOST);
    await confirm(payable.intent);
    world.pass(DAY);
    await sweep();
    assert.equal((await paymentOf(payable.paymentId)).checkAt, undefined);
    world.pass(DAY);
    await sweep();
    assert.equal(await retrieved(), 12);
  });
});
