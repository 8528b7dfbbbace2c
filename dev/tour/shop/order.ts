import { doc, onSnapshot } from "firebase/firestore";
import type { Order } from "../../../client/src/index.ts";
import { formatMoney } from "../../../functions/src/core/money.ts";
import { type App, signIn } from "../../app.ts";
import { waitForMail } from "../../mailbox.ts";
import { payAsBrowser } from "../../payer.ts";
import type { Running } from "../../running.ts";
import { PASSWORD } from "../../seed/people.ts";
import type { Narrator } from "../narrator.ts";

/** An order that has been placed. */
export interface Bought {
  orderId: string;
  number: string;
  /** Minor units. */
  total: number;
  email: string;
}

const money = (amount: number) => formatMoney(amount, "EUR");

/** The order goes on: it is paid, shipped, tracked, delivered, returned in part and refunded. */
export async function followOrder(
  { orderId, number, total, email }: Bought,
  { app, staff }: { app: App; staff: App },
  running: Running,
  tell: Narrator,
): Promise<void> {
  const { call } = app.shop;
  const until = (what: string, isSo: (order: Order) => boolean) =>
    waitForOrder(app, orderId, what, isSo);
  const read = async (subject: string) => {
    const mail = await waitForMail(running.inboxUrl, email, subject);
    tell.say(`Mail: "${mail.subject}"`);
    return mail;
  };

  tell.step("Pay");
  const payable = await call.pay({ orderId });
  tell.expect(payable.amount === total, `the amount is the order's: ${money(payable.amount)}`);
  const declined = await payAsBrowser(running, payable, "pm_card_visa_chargeDeclined");
  tell.say(`The first card is declined: ${declined}.`);
  await read("did not go through");
  const again = await call.pay({ orderId });
  tell.expect(again.intent === payable.intent, "paying again goes on with the same payment intent");
  await payAsBrowser(running, payable);
  const paid = await until("paid", ({ state }) => state === "paid");
  tell.expect(paid.state === "paid", "the provider's signed event has made the order paid");
  const confirmation = await read(`Your order ${number}`);
  tell.say("", ...confirmation.text.trim().split("\n"), "");
  tell.expect(confirmation.text.includes(money(total)), "it names the total");

  tell.step("Ship it, as an order manager");
  await tell.refused("Shipping as the customer", "not-staff", () =>
    call.shipOrder({
      requestId: crypto.randomUUID(),
      orderId,
      carrier: "DHL",
      trackingNumber: "1",
    }),
  );
  await signIn(staff, "orders@example.com", PASSWORD);
  const shipped = await staff.shop.call.shipOrder({
    requestId: crypto.randomUUID(),
    orderId,
    carrier: "DHL",
    trackingNumber: "JD014600003828",
  });
  tell.say(`The order is ${shipped.state}.`);
  const parcel = await read("is on its way");
  tell.expect(parcel.text.includes("JD014600003828"), "the mail has the tracking number");
  await tell.refused("Cancelling what has left the house", "wrong-state", () =>
    call.cancelOrder({ orderId }),
  );
  await staff.shop.call.deliverOrder({ orderId });
  await read("has been delivered");

  tell.step("Send one item back");
  const lines = [{ sku: "morning-blend-250", quantity: 1 }];
  await tell.refused("Taking back more than was sent", "too-many", () =>
    staff.shop.call.returnOrder({
      requestId: crypto.randomUUID(),
      orderId,
      lines: [{ sku: "morning-blend-250", quantity: 3 }],
    }),
  );
  await staff.shop.call.returnOrder({ requestId: crypto.randomUUID(), orderId, lines });
  const one = paid.lines.find(({ sku }) => sku === "morning-blend-250");
  const amount = one ? one.price + Math.round(one.tax / one.quantity) : 0;
  await tell.refused("A refund of more than was paid", "refund-too-large", () =>
    staff.shop.call.refundOrder({ requestId: crypto.randomUUID(), orderId, amount: total + 1 }),
  );
  const reason = "One bag came back";
  await staff.shop.call.refundOrder({ requestId: crypto.randomUUID(), orderId, amount, reason });
  const refunded = await until("refunded", (order) => order.refunded === amount);
  tell.expect(refunded.refunded === amount, `${money(amount)} are on their way back`);
  await read("A refund");

  tell.step("The order, as its customer tracks it: one document");
  for (const { sku, name, quantity } of refunded.lines) tell.say(`${quantity} × ${name} (${sku})`);
  for (const { carrier, trackingNumber } of refunded.shipments) {
    tell.say(`${carrier} ${trackingNumber}`);
  }
  for (const { event, at, amount: sum } of refunded.timeline) {
    const moved = sum === undefined ? "" : `  ${money(sum)}`;
    tell.say(`${at.toDate().toISOString()}  ${event}${moved}`);
  }
  const story = [
    "placed",
    "payment_failed",
    "paid",
    "shipped",
    "delivered",
    "returned",
    "refunded",
  ];
  const told = refunded.timeline.map(({ event }) => event);
  tell.expect(told.join() === story.join(), "the whole story, in order");
  tell.say("", `Read the mails yourself: ${running.inboxUrl}`);
}

/** The order, as a listener of the app shows it, once it is so. */
async function waitForOrder(
  app: App,
  orderId: string,
  what: string,
  isSo: (order: Order) => boolean,
): Promise<Order> {
  const ref = doc(app.shop.documents.orders, orderId);
  let stop = () => {};
  const seen = new Promise<Order>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The order is not ${what}.`)), 60_000);
    stop = onSnapshot(
      ref,
      (snapshot) => {
        const order = snapshot.data();
        if (!order || !isSo(order)) return;
        clearTimeout(late);
        resolve(order);
      },
      reject,
    );
  });
  return seen.finally(() => stop());
}
