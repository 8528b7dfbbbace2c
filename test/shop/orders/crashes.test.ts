import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Fault } from "../../../dev/payments/faults.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { cancelOrder } from "../../../functions/src/shop/cancelOrder.ts";
import { sweepOrders } from "../../../functions/src/shop/expireOrders.ts";
import { PAYMENT_WINDOW } from "../../../functions/src/shop/newOrder.ts";
import { pay } from "../../../functions/src/shop/pay.ts";
import { refundOrder } from "../../../functions/src/shop/refundOrder.ts";
import { call, type Person } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { dyingAt } from "../support/dying.ts";
import { untilHeard, useCheckedShop } from "../support/invariants.ts";
import { member, orderOf, type Placed, place, placeAndPay } from "../support/orders.ts";
import { stockOf } from "../support/shelf.ts";
import { later, open, sweepLater } from "../support/states.ts";

/** Something of several steps, and how it is seen to have ended as it should. */
interface Work {
  begin(): Promise<Placed>;
  run(placed: Placed): Promise<unknown>;
  /** Who goes on where the first has died. */
  again(placed: Placed): Promise<unknown>;
  ended(placed: Placed): Promise<void>;
}

describe("shop: who dies half way", () => {
  const use = useCheckedShop();
  let manager: Person;
  beforeEach(async () => {
    manager = await member("order_manager");
  });

  const isClosed =
    (state: "expired" | "cancelled") =>
    async ({ orderId, sku }: Placed) => {
      assert.equal((await orderOf(orderId)).state, state);
      assert.equal((await stockOf(sku)).reserved, 0);
      const { data } = await provider().paymentIntents.list({ limit: 100 });
      assert.ok(data.every(({ status }) => status === "canceled"));
    };
  const cancel = ({ orderId, person }: Placed) => call(cancelOrder, person, { orderId });
  const payIt = ({ orderId, person }: Placed) => call(pay, person, { orderId });
  const sweep = () => sweepLater(PAYMENT_WINDOW + 10 * 60_000);
  const requestId = randomUUID();
  const giveBack = async ({ orderId }: Placed) => {
    await call(refundOrder, manager, { requestId, orderId, amount: 100 });
    await makeRefunds();
  };

  const WORKS: Record<string, Work> = {
    "expiring, the next sweep ends it": {
      begin: () => open(),
      run: () => later(PAYMENT_WINDOW + 1_000, (now) => sweepOrders(now, 10)).then(mustNotFail),
      again: sweep,
      ended: isClosed("expired"),
    },
    "cancelling, a sweep ends it": {
      begin: () => open(),
      run: cancel,
      again: async ({ orderId }) => {
        if ((await orderOf(orderId)).state === "cancelling") await sweep();
        else await cancel({ orderId, person: manager, sku: "" });
      },
      ended: isClosed("cancelled"),
    },
    "cancelling, the same call again ends it": {
      begin: () => open(),
      run: cancel,
      again: cancel,
      ended: isClosed("cancelled"),
    },
    "cancelling what is paid, the same call again ends it": {
      begin: () => placeAndPay(),
      run: cancel,
      again: cancel,
      ended: async ({ orderId, sku }) => {
        await makeRefunds();
        await until(async () => (await orderOf(orderId)).state === "refunded");
        assert.equal((await stockOf(sku)).reserved, 0);
      },
    },
    "paying, the same call again opens the one payment": {
      begin: () => place(),
      run: payIt,
      again: payIt,
      ended: async (placed) => {
        const { intent, paymentId } = await payIt(placed);
        await confirm(intent);
        await use.simulator.release();
        await untilPayment(paymentId, "succeeded");
        assert.equal((await orderOf(placed.orderId)).state, "paid");
      },
    },
    "giving money back, the same call and the sweep end it, once": {
      begin: () => placeAndPay(),
      run: giveBack,
      again: giveBack,
      ended: async ({ orderId }) => {
        await until(async () => (await orderOf(orderId)).refunded === 100);
        const of = (await refunds.get()).docs.map((refund) => refund.data());
        assert.ok(of.every(({ state, amount }) => state === "succeeded" && amount === 100));
      },
    },
  };

  for (const [name, { begin, run, again, ended }] of Object.entries(WORKS)) {
    for (const moment of ["before", "after"] as const) {
      it(`${name}: ${moment} each of its commits`, async () => {
        for (let n = 1, died = true; died; n++) {
          assert.ok(n < 10);
          const placed = await begin();
          await untilHeard(use.simulator);
          await use.simulator.pause();
          died = await dyingAt(n, moment, () => run(placed));
          await again(placed);
          await use.simulator.release();
          await ended(placed);
        }
      });
    }

    for (const action of ["500", "drop-after"] as const) {
      it(`${name}: with each request to the provider ${action}`, async () => {
        for (let nth = 1, met = true; met; nth += 2) {
          assert.ok(nth < 10);
          const placed = await begin();
          await untilHeard(use.simulator);
          const asked = (await use.simulator.requests()).length;
          const fault: Fault = { nth, times: 2, action };
          await use.simulator.fault(fault);
          await run(placed).catch(() => {});
          met = (await use.simulator.requests()).slice(asked).some(({ trouble }) => trouble);
          await use.simulator.mend();
          await again(placed);
          await ended(placed);
        }
      });
    }
  }

  for (const code of [4, 10, 13, 14]) {
    it(`and whose commits are not answered (code ${code}) closes all the same`, async () => {
      for (let n = 0; n < 3; n++) {
        const placed = await open();
        await untilHeard(use.simulator);
        await use.simulator.pause();
        const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
        await sweep();
        assert.ok(happened());
        await use.simulator.release();
        await isClosed("expired")(placed);
      }
    });
  }
});

/** A sweep goes on where one fails; whoever dies does not. */
function mustNotFail(outcomes: string[]): void {
  if (outcomes.includes("failed")) throw new Error("failed");
}
