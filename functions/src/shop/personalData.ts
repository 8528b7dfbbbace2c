import { db } from "../core/db.ts";
import { decide, remove } from "../core/decide.ts";
import { entriesOf, forgetSubject } from "../core/forgetEntries.ts";
import { inPages } from "../core/inPages.ts";
import { inParallel } from "../core/inParallel.ts";
import { pagesOf } from "../core/pagesOf.ts";
import type { Held, Person, PersonalData } from "../core/personalData.ts";
import { forgetOrder } from "./order/forgetOrder.ts";
import { orders } from "./order/schema.ts";
import { deleteReview } from "./reviews.ts";
import { addresses, carts, products, purchasesOf, reviewsOf } from "./schema.ts";

/** Orders or purchases of one person that are seen to at the same time. */
const WIDTH = 5;

/**
 * What the shop keeps about people. Orders are kept, made anonymous: those on their way are left
 * until they are over. Reviews go with their stars; what a coupon counts in all stays.
 */
export const personalData: PersonalData = {
  held: async ({ uid }) => ({
    orders: orders.where("uid", "==", uid),
    cart: carts.doc(uid),
    addresses: addresses(uid),
    purchases: purchasesOf(uid),
    ...(await reviewsBy(uid)),
  }),

  async erase(person) {
    // Before what was bought: an order that is delivered from now on is left, and seen to next time.
    const answer = await forgetOrders(person);
    await forgetPurchases(person);
    await inPages(addresses(person.uid), (address) => [remove(address)]);
    await carts.doc(person.uid).delete();
    return answer;
  },
};

async function forgetOrders(person: Person): Promise<"erased" | "later"> {
  let left = false;
  for await (const page of pagesOf(orders.where("uid", "==", person.uid))) {
    await inParallel(page, WIDTH, async ({ id }) => {
      if ((await forgetOrder(id, person)) === "later") left = true;
    });
  }
  return left ? "later" : "erased";
}

async function forgetPurchases(person: Person): Promise<void> {
  for await (const page of pagesOf(purchasesOf(person.uid))) {
    await inParallel(page, WIDTH, ({ id }) => forgetPurchase(id, person));
  }
}

/** With what was said of the product, and where it stands that staff have taken that down. */
const forgetPurchase = (productId: string, person: Person): Promise<void> =>
  decide(async (read) => {
    const [purchase, review, product] = await read(
      purchasesOf(person.uid).doc(productId),
      reviewsOf(productId).doc(person.uid),
      products.doc(productId),
    );
    if (!purchase.exists) return { answer: undefined };
    const entries = await entriesOf(review.ref.path).get();
    return {
      answer: undefined,
      writes: [
        remove(purchase),
        ...(review.exists ? deleteReview(review, product) : []),
        ...entries.docs.map((entry) => forgetSubject(entry, person)),
      ],
    };
  });

/** Only who has bought a product may say something of it. */
async function reviewsBy(uid: string): Promise<Held> {
  const bought = await purchasesOf(uid).select().get();
  const refs = bought.docs.map(({ id }) => reviewsOf(id).doc(uid));
  const found = refs.length === 0 ? [] : await db.getAll(...refs);
  const said = found.filter(({ exists }) => exists).map(({ ref }) => ref);
  return Object.fromEntries(said.map((ref) => [`review of ${ref.parent.parent?.id}`, ref]));
}
