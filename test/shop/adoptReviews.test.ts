import assert from "node:assert/strict";
import { adoptGuest } from "../../functions/src/shop/adoptGuest.ts";
import { products, purchasesOf, reviewsOf } from "../../functions/src/shop/schema.ts";
import { call } from "../support/call.ts";
import { dyingAt, hookCommits } from "../support/commits.ts";
import { documentsHolding } from "../support/everything.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { type Guest, guest } from "./support/guests.ts";
import {
  type Customer,
  hasBought,
  ratingOf,
  says,
  showProduct,
  somebody,
} from "./support/leaving.ts";

type GuestCustomer = Guest & Customer;

async function visitor(): Promise<GuestCustomer> {
  return { ...somebody(), ...(await guest()) };
}

const adopt = (caller: Customer, { idToken }: Guest) =>
  call(adoptGuest, caller, { guestToken: idToken });

const saidBy = async (productId: string, { uid }: Customer) =>
  (await reviewsOf(productId).doc(uid).get()).data();

const hasPurchase = async (productId: string, { uid }: Customer) =>
  (await purchasesOf(uid).doc(productId).get()).exists;

describe("shop: an account that adopts a guest who has said something of a product", function () {
  this.timeout(60_000);
  let one: GuestCustomer;
  let caller: Customer;
  beforeEach(async () => {
    await clearFirestore();
    [one, caller] = [await visitor(), somebody()];
    await showProduct("tea");
  });

  it("has said it, word for word, and the rating stays as it is", async () => {
    const other = somebody();
    await hasBought(one, "tea", 2);
    await hasBought(other, "tea", 5);
    const said = await saidBy("tea", one);
    await adopt(caller, one);
    assert.deepEqual(await saidBy("tea", caller), said);
    assert.deepEqual(await documentsHolding(one.uid), []);
    assert.deepEqual(await ratingOf("tea"), { count: 2, sum: 7 });
    assert.ok(await hasPurchase("tea", caller));
    assert.ok(await saidBy("tea", other));
  });

  it("stands by what it has said itself: the guest's goes, and its stars", async () => {
    await hasBought(one, "tea", 2);
    await hasBought(caller, "tea", 5);
    const own = await saidBy("tea", caller);
    await adopt(caller, one);
    assert.deepEqual(await saidBy("tea", caller), own);
    assert.deepEqual(await documentsHolding(one.uid), []);
    assert.deepEqual(await ratingOf("tea"), { count: 1, sum: 5 });
  });

  it("has what they bought where they said nothing of it, and stands by its own", async () => {
    await hasBought(one, "tea");
    await hasBought(caller, "tea", 5);
    await adopt(caller, one);
    assert.ok(await hasPurchase("tea", caller));
    assert.deepEqual(await ratingOf("tea"), { count: 1, sum: 5 });
  });

  it("has said it of a product that is not there any more", async () => {
    await hasBought(one, "tea", 2);
    await products.doc("tea").delete();
    await hasBought(one, "never-there");
    await adopt(caller, one);
    assert.equal((await saidBy("tea", caller))?.rating, 2);
    assert.ok(await hasPurchase("never-there", caller));
    assert.deepEqual(await documentsHolding(one.uid), []);
  });

  for (const [what, stars] of [
    ["which it had not said yet itself", undefined],
    ["which it had said itself", 5],
  ] as const) {
    it(`leaves nothing behind that the guest says at that moment, ${what}`, async () => {
      await hasBought(one, "tea");
      await hasBought(caller, "tea", stars);
      await beforeCommitOf(
        2,
        () => says(one, "tea", 1),
        () => adopt(caller, one),
      );
      assert.deepEqual(await documentsHolding(one.uid), []);
      assert.deepEqual(await ratingOf("tea"), { count: 1, sum: stars ?? 1 });
    });
  }

  it("has it once where it says something at that moment itself", async () => {
    await hasBought(one, "tea", 2);
    await hasBought(caller, "tea");
    await beforeCommitOf(
      2,
      () => says(caller, "tea", 5),
      () => adopt(caller, one),
    );
    assert.deepEqual(await documentsHolding(one.uid), []);
    assert.deepEqual(await ratingOf("tea"), { count: 1, sum: 5 });
  });

  it("has them after another try when it dies at a commit, whichever it is", async () => {
    await showProduct("mug");
    for (const moment of ["before", "after"] as const) {
      for (let n = 1, died = true; died; n++) {
        const [next, account] = [await visitor(), somebody()];
        const before = [await ratingOf("tea"), await ratingOf("mug")];
        await hasBought(next, "tea", 2);
        await hasBought(next, "mug", 3);
        await hasBought(account, "mug", 4);
        died = await dyingAt(n, moment, () => adopt(account, next));
        await adopt(account, next);
        assert.deepEqual(await documentsHolding(next.uid), [], `${moment} ${n}`);
        assert.deepEqual(await ratingOf("tea"), sum(before[0], 2));
        assert.deepEqual(await ratingOf("mug"), sum(before[1], 4));
        if (!died) assert.ok(n > 3, `only ${n} commits`);
      }
    }
  });

  it("has them once by several calls at once, and after an answer that is lost", async () => {
    await showProduct("mug");
    await hasBought(one, "tea", 2);
    await hasBought(one, "mug", 3);
    await hasBought(caller, "mug", 4);
    await Promise.all([adopt(caller, one), adopt(caller, one), adopt(caller, one)]);
    assert.deepEqual(await ratingOf("tea"), { count: 1, sum: 2 });
    assert.deepEqual(await ratingOf("mug"), { count: 1, sum: 4 });

    const next = await visitor();
    await hasBought(next, "tea", 5);
    const met = [1, 2].map(() =>
      firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 }),
    );
    await adopt(somebody(), next);
    assert.ok(met.every((fault) => fault()));
    assert.deepEqual(await ratingOf("tea"), { count: 2, sum: 7 });
    assert.deepEqual(await documentsHolding(one.uid, next.uid), []);
  });
});

const sum = (before: { count: number; sum: number } | undefined, stars: number) => ({
  count: (before?.count ?? 0) + 1,
  sum: (before?.sum ?? 0) + stars,
});

/** Lets something happen before the n-th commit is carried out. */
async function beforeCommitOf(
  nth: number,
  meanwhile: () => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<void> {
  const { commits, failure } = await hookCommits(async (n, commit) => {
    if (n === nth) await meanwhile();
    return commit();
  }, work);
  assert.equal(failure, undefined);
  assert.ok(commits >= nth);
}
