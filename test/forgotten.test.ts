import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { deleteAccount, GRACE } from "../functions/src/accounts/deleteAccount.ts";
import { exportMyData } from "../functions/src/accounts/exportMyData.ts";
import { inviteUser } from "../functions/src/accounts/inviteUser.ts";
import { keepAccount } from "../functions/src/accounts/keepAccount.ts";
import { Deletion, invitationOf } from "../functions/src/accounts/schema.ts";
import { watchSignIn } from "../functions/src/accounts/signIn/watchSignIn.ts";
import { AuditEntry, audit } from "../functions/src/core/audit.ts";
import { DAY, stamp } from "../functions/src/core/clock.ts";
import { charge } from "../functions/src/core/limits.ts";
import { payments } from "../functions/src/core/payments/schema.ts";
import { personalDataHolders } from "../functions/src/core/personalData.ts";
import { staff } from "../functions/src/core/roles.ts";
import { deliverOrder } from "../functions/src/shop/deliverOrder.ts";
import { orders } from "../functions/src/shop/order/schema.ts";
import { pay } from "../functions/src/shop/pay.ts";
import { placeOrder } from "../functions/src/shop/placeOrder.ts";
import { addresses, carts } from "../functions/src/shop/schema.ts";
import { shipOrder } from "../functions/src/shop/shipOrder.ts";
import { namesOf, settle } from "./accounts/deletion/belongings.ts";
import {
  callFresh,
  changeAuth,
  deletionOf,
  hasAuth,
  requestDeletion,
  sendMails,
  signedUp,
  sweep,
  sweepToTheEnd,
} from "./accounts/deletion/support.ts";
import { shelve, shipTo } from "./shop/support/shelf.ts";
import type { Person } from "./support/call.ts";
import { documentsHolding, everyDocument } from "./support/everything.ts";
import { confirm, untilPayment, useProvider } from "./support/payments.ts";
import { useStillClock } from "./support/time.ts";

type Somebody = Person & { token: { email: string } };

/** All that names somebody, but for uids and addresses that are still somebody's. */
const namesIn = ({ uid, token: { email } }: Somebody) => [
  uid,
  email,
  ...Object.values(namesOf(uid)),
  ...(content ? [content.bylineOf({ uid })] : []),
  ...(travel ? [travel.guestNameOf({ uid })] : []),
];

const holders = personalDataHolders();
// A back end without the shop has nothing to play here.
const suite = holders.has("core") && holders.has("shop") ? describe : () => {};
// One without todos has no past in them.
const todos = holders.has("todos") ? await import("./todos/support/past.ts") : undefined;
// One without content has written and said nothing.
const content = holders.has("content") ? await import("./content/support/past.ts") : undefined;
// One without travel has been nowhere, and nobody has been there.
const travel = holders.has("travel") ? await import("./travel/support/past.ts") : undefined;

suite("accounts: after a deletion, the whole database", function () {
  this.timeout(60_000);
  const { pass } = useStillClock();
  useProvider();

  /** An order that is paid. */
  async function order(person: Somebody): Promise<string> {
    const to = { ...shipTo, name: namesOf(person.uid).fullName };
    const lines = [{ sku: await shelve(10), quantity: 1 }];
    const requestId = randomUUID();
    const { orderId } = await callFresh(placeOrder, person, { requestId, lines, shipTo: to });
    const { paymentId, intent } = await callFresh(pay, person, { orderId });
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    return orderId;
  }

  async function deliver(orderId: string): Promise<void> {
    const [shipping, delivering] = [shipOrder, deliverOrder];
    const manager = { uid: "a-manager", token: { email: "m@example.com", email_verified: true } };
    await staff.doc(manager.uid).set({ role: "order_manager", disabled: false });
    const requestId = randomUUID();
    const parcel = { requestId, orderId, carrier: "DHL", trackingNumber: "JD0146" };
    await callFresh(shipping, manager, parcel);
    await callFresh(delivering, manager, { orderId });
  }

  /** Somebody with a past in every corner. */
  async function somebody(): Promise<Somebody & { orderId: string }> {
    const person = await signedUp({ displayName: "Somebody" });
    await settle(person);
    await charge("test.act", person.uid, { calls: 5, seconds: 60 });
    await carts.doc(person.uid).set({ lines: { tea: 1 }, updatedAt: stamp() });
    const home = { ...shipTo, name: namesOf(person.uid).fullName, updatedAt: stamp() };
    await addresses(person.uid).doc("home").set(home);
    await todos?.busyBefore(person);
    await content?.busyBefore(person);
    await travel?.busyBefore(person);
    const orderId = await order(person);
    await deliver(orderId);
    await callFresh(exportMyData, person);
    await callFresh(deleteAccount, person);
    await callFresh(keepAccount, person);
    return { ...person, orderId };
  }

  it("holds neither uid nor address nor name, and what is kept stands under one alias", async () => {
    const [person, other] = [await somebody(), await somebody()];
    const theirs = await documentsHolding(...namesIn(other));
    await requestDeletion(person);
    const { alias } = Deletion.parse(await deletionOf(person));
    assert.ok((await documentsHolding(...namesIn(person))).length > 20);
    const before = (await everyDocument()).length;
    await sendMails();
    await sweepToTheEnd(pass);
    assert.deepEqual(await documentsHolding(...namesIn(person)), []);
    assert.equal(await hasAuth(person.uid), false);
    assert.ok((await everyDocument()).length < before - 15);
    assert.deepEqual(await documentsHolding(...namesIn(other)), theirs);

    const kept = (await orders.doc(person.orderId).get()).data();
    assert.equal(kept?.uid, alias);
    assert.equal(kept?.state, "delivered");
    const [payment] = (await payments.where("uid", "==", alias).get()).docs;
    assert.equal(payment?.data().subject, `orders/${person.orderId}`);
    const trail = await audit.where("actor", "==", alias).get();
    const actions = trail.docs.map((entry) => AuditEntry.parse(entry.data()).action).sort();
    assert.deepEqual(actions, [
      "account-deleted",
      "data-exported",
      "deletion-requested",
      "deletion-requested",
      "deletion-withdrawn",
      "did-something",
    ]);
  });

  it("holds no mail to an address that it had before, either", async () => {
    const [person, email] = [await signedUp(), `new-${randomUUID()}@example.com`];
    const former = person.token.email;
    await watchSignIn(person.uid, former);
    await changeAuth(person.uid, { email });
    await watchSignIn(person.uid, email);
    assert.ok((await documentsHolding(person.uid, former)).some((path) => /^mail/.test(path)));
    // They sign in anew: a change of address ends what was before, by the second of Firebase's clock.
    pass(60_000);
    await requestDeletion({ uid: person.uid, token: { email, email_verified: true } });
    await sweepToTheEnd(pass);
    assert.deepEqual(await documentsHolding(person.uid, former, email), []);
  });

  it("holds no invitation, however the admin wrote the address, nor the hash of it", async () => {
    const [person, admin] = [await signedUp(), await signedUp()];
    const { email } = person.token;
    await staff.doc(admin.uid).set({ role: "admin", disabled: false });
    await callFresh(inviteUser, admin, { email: email.toUpperCase() });
    const hash = invitationOf(email).id;
    assert.equal((await documentsHolding(email, hash)).length, 3);
    await requestDeletion(person);
    await sweepToTheEnd(pass);
    assert.deepEqual(await documentsHolding(email, hash), []);
  });

  it("holds them while an order is on its way, and no longer", async () => {
    const person = await somebody();
    const open = await order(person);
    await requestDeletion(person);
    await sendMails();
    pass(GRACE);
    assert.deepEqual(await sweep(), ["later"]);
    assert.equal(await hasAuth(person.uid), false);
    assert.equal((await orders.doc(open).get()).data()?.uid, person.uid);
    pass(DAY);
    assert.deepEqual(await sweep(), ["later"]);
    await deliver(open);
    await sendMails();
    await sweepToTheEnd(pass);
    assert.deepEqual(await documentsHolding(...namesIn(person)), []);
  });

  it("holds what somebody has who signs up again at once with the same address", async () => {
    const person = await somebody();
    await requestDeletion(person);
    await sendMails();
    pass(GRACE);
    await sweep();
    const email = person.token.email;
    const again = await signedUp({ email });
    const anew = { uid: again.uid, token: { email, email_verified: true } };
    await settle(anew);
    const theirs = await documentsHolding(anew.uid);
    await sweepToTheEnd(pass);
    assert.deepEqual(await documentsHolding(anew.uid), theirs);
    assert.deepEqual(await documentsHolding(person.uid, ...Object.values(namesOf(person.uid))), []);
    assert.ok(await hasAuth(anew.uid));
  });
});
