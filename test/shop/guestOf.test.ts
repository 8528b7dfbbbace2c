import assert from "node:assert/strict";
import { stamp } from "../../functions/src/core/clock.ts";
import { adoptGuest } from "../../functions/src/shop/adoptGuest.ts";
import { carts } from "../../functions/src/shop/schema.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { changeAccount, deleteAccount, type Guest, guest, idTokenOf } from "./support/guests.ts";

const adopt = (caller: Person | undefined, guestToken: string) =>
  call(adoptGuest, caller, { guestToken });

/** A guest with something to lose. */
async function guestWithCart(): Promise<Guest> {
  const one = await guest();
  await carts.doc(one.uid).set({ lines: { tea: 1 }, updatedAt: stamp() });
  return one;
}

const hasCart = async ({ uid }: Person) => (await carts.doc(uid).get()).exists;

describe("shop: whom an account adopts", () => {
  before(() => clearFirestore());

  it("is a guest whose token it holds", async () => {
    const [one, caller] = [await guestWithCart(), customer()];
    assert.deepEqual(await adopt(caller, one.idToken), { orders: 0 });
    assert.deepEqual([await hasCart(one), await hasCart(caller)], [false, true]);
  });

  const seconds = Math.floor(Date.now() / 1000);
  const project = "another-project";
  const wrong: Record<string, [object, string, string]> = {
    "of another project": [
      { aud: project, iss: `https://securetoken.google.com/${project}` },
      "invalid-argument",
      "guest-token-invalid",
    ],
    "of another issuer": [
      { iss: "https://example.com" },
      "invalid-argument",
      "guest-token-invalid",
    ],
    "that has expired": [
      { iat: seconds - 7200, exp: seconds - 3600 },
      "invalid-argument",
      "guest-token-expired",
    ],
    "of a person": [
      { firebase: { sign_in_provider: "password", identities: {} } },
      "permission-denied",
      "not-a-guest",
    ],
    "of a custom sign-in": [
      { firebase: { sign_in_provider: "custom", identities: {} } },
      "permission-denied",
      "not-a-guest",
    ],
  };
  for (const [what, [claims, code, reason]] of Object.entries(wrong)) {
    it(`is nobody with a token ${what}`, async () => {
      const one = await guestWithCart();
      await refused(adopt(customer(), idTokenOf(one.uid, claims)), code, reason);
      assert.ok(await hasCart(one));
    });
  }

  for (const token of ["x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."]) {
    it(`is nobody with what is no token: ${token}`, () =>
      refused(adopt(customer(), token), "invalid-argument", "guest-token-invalid"));
  }

  it("is not oneself", async () => {
    const { uid, idToken } = await guestWithCart();
    const caller = { ...customer(), uid };
    await refused(adopt(caller, idToken), "invalid-argument", "guest-is-caller");
    assert.ok(await hasCart(caller));
  });

  it("is nobody who has become a person since the token was given", async () => {
    const one = await guestWithCart();
    const account = { providerId: "google.com", rawId: one.uid };
    await changeAccount(one.uid, { linkProviderUserInfo: account });
    await refused(adopt(customer(), one.idToken), "permission-denied", "not-a-guest");
    assert.ok(await hasCart(one));
  });

  it("is nobody who has been deleted or disabled", async () => {
    const [deleted, disabled] = [await guestWithCart(), await guestWithCart()];
    await deleteAccount(deleted.uid);
    await changeAccount(disabled.uid, { disableUser: true });
    for (const one of [deleted, disabled]) {
      await refused(adopt(customer(), one.idToken), "not-found", "no-such-guest");
      assert.ok(await hasCart(one));
    }
  });

  it("is for accounts with a confirmed address", async () => {
    const one = await guestWithCart();
    const unverified = { uid: "new", token: { email: "new@example.com", email_verified: false } };
    await refused(adopt(undefined, one.idToken), "unauthenticated", "signed-out");
    for (const person of [unverified, await guest()]) {
      await refused(adopt(person, one.idToken), "permission-denied", "unverified");
    }
    assert.ok(await hasCart(one));
  });

  it("is tried 20 times an hour at most", async () => {
    const caller = customer();
    for (let n = 0; n < 20; n++) {
      await refused(adopt(caller, "x"), "invalid-argument", "guest-token-invalid");
    }
    const one = await guestWithCart();
    await refused(adopt(caller, one.idToken), "resource-exhausted", "too-many-requests");
    assert.ok(await hasCart(one));
    await adopt(customer(), one.idToken);
  });

  for (const [what, input] of Object.entries({
    nothing: {},
    "no text": { guestToken: 1 },
    "an empty text": { guestToken: "" },
    "a long one": { guestToken: "x".repeat(4097) },
    "another's uid": { guestToken: "x", guest: "somebody" },
  })) {
    it(`is not said by ${what}, and nothing is read but who asks`, async () => {
      const bill = await firestore.costOf(async () => {
        const attempt = callWith(adoptGuest, customer(), input);
        await refused(attempt, "invalid-argument", "invalid-input");
      });
      assert.equal(bill.reads, 1);
    });
  }
});
