import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { cancelOrder } from "../../../functions/src/shop/cancelOrder.ts";
import { sweepOrders } from "../../../functions/src/shop/expireOrders.ts";
import { PAYMENT_WINDOW } from "../../../functions/src/shop/order/newOrder.ts";
import { pay } from "../../../functions/src/shop/pay.ts";
import { refundOrder } from "../../../functions/src/shop/refundOrder.ts";
import { call, type Person } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
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
  /** How many decisions it commits. */
  commits: number;
  /** How many requests it makes of the provider, where their answers are lost as well. */
  requests?: number;
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
      commits: 3,
      requests: 2,
    },
    "cancelling, a sweep ends it": {
      begin: () => open(),
      run: cancel,
      again: async ({ orderId }) => {
        if ((await orderOf(orderId)).state === "cancelling") await sweep();
        else await cancel({ orderId, person: manager, sku: "" });
      },
      ended: isClosed("cancelled"),
      commits: 3,
    },
    "cancelling, the same call again ends it": {
      begin: () => open(),
      run: cancel,
      again: cancel,
      ended: isClosed("cancelled"),
      commits: 3,
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
      commits: 1,
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
      commits: 2,
      requests: 1,
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
      commits: 2,
      requests: 1,
    },
  };

  for (const [name, work] of Object.entries(WORKS)) {
    const { begin, run, again, ended, commits, requests } = work;
    for (const moment of ["before", "after"] as const) {
      it(`${name}: ${moment} each of its commits`, async () => {
        for (let n = 1; n <= commits; n++) {
          const placed = await begin();
          await untilHeard(use.simulator);
          await use.simulator.pause();
          assert.ok(await dyingAt(n, moment, () => run(placed)), `there is no commit ${n}`);
          await again(placed);
          await use.simulator.release();
          await ended(placed);
        }
      });
    }

    if (requests === undefined) continue;
    it(`${name}: after each of its requests to the provider`, async () => {
      for (let nth = 1; nth <= requests; nth++) {
        const placed = await begin();
        // The second of them is that of the SDK, which asks again.
        await use.simulator.fault({ nth, times: 2, action: "drop-after" });
        await run(placed).catch(() => {});
        const met = (await use.simulator.requests()).filter(({ trouble }) => trouble);
        assert.ok(met.length >= 2 * nth, `there is no request ${nth}`);
        await use.simulator.mend();
        await again(placed);
        await ended(placed);
      }
    });
  }

  for (const code of [4, 10, 13, 14]) {
    it(`and whose commits are not answered (code ${code}) closes all the same`, async () => {
      const placed = await open();
      await untilHeard(use.simulator);
      await use.simulator.pause();
      const fault = { method: "Commit", kind: "lost-answer", code } as const;
      const met = [1, 2, 3].map(() => firestore.inject(fault));
      await sweep();
      assert.ok(met.every((happened) => happened()));
      await use.simulator.release();
      await isClosed("expired")(placed);
    });
  }
});

/** A sweep goes on where one fails; whoever dies does not. */
function mustNotFail(outcomes: string[]): void {
  if (outcomes.includes("failed")) throw new Error("failed");
}
