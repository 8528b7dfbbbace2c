import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { stamp } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import type { Person as Leaving } from "../../../functions/src/core/personalData.ts";
import { newProduct } from "../../../functions/src/shop/catalogue/entries.ts";
import {
  addresses,
  carts,
  products,
  purchasesOf,
  Review,
  redemptions,
  reviewsOf,
} from "../../../functions/src/shop/schema.ts";
import { customer, type Person } from "../../support/call.ts";
import { type Placed, place } from "./orders.ts";
import { shipTo } from "./shelf.ts";

/** Somebody with a name that nobody else has, and what stands for them when they are gone. */
export interface Customer extends Person {
  name: string;
  leaving: Leaving;
}

export function somebody(): Customer {
  const { uid, token } = customer();
  const name = `Quast ${randomUUID()}`;
  return {
    uid,
    token,
    name,
    leaving: { uid, emails: [token.email], alias: `deleted-${randomUUID()}` },
  };
}

/** All by which a person is known. */
export const namesOf = ({ uid, name, leaving }: Customer): string[] => [
  uid,
  name,
  ...leaving.emails,
];

/** They order two pieces, to their name. */
export const orderOfTheirs = (person: Customer, coupon?: string): Promise<Placed> =>
  place(2, person, {
    shipTo: { ...shipTo, name: person.name },
    ...(coupon === undefined ? {} : { coupon }),
  });

/** A product that is there to be reviewed. */
export async function showProduct(productId: string): Promise<string> {
  const text = { name: "A thing", description: "", category: "things" };
  await products.doc(productId).set(newProduct(text, 1000));
  return productId;
}

/** They have bought a product, and say so much of it; nothing, where no stars are given. */
export async function hasBought(person: Customer, productId: string, stars?: number) {
  await purchasesOf(person.uid).doc(productId).set({ orderId: "an-order", deliveredAt: stamp() });
  if (stars !== undefined) await says(person, productId, stars);
}

/** As a client does: the review and the move of the rating. */
export async function says({ uid, name }: Customer, productId: string, rating: number) {
  const review = Review.parse({
    rating,
    title: "",
    text: "",
    author: name,
    createdAt: stamp(),
    updatedAt: stamp(),
  });
  const product = products.doc(productId);
  await product.firestore.runTransaction(async (transaction) => {
    const { rating: before } = (await transaction.get(product)).data() ?? assert.fail(productId);
    const after = { count: before.count + 1, sum: before.sum + rating };
    transaction.update(product, { rating: after }).create(reviewsOf(productId).doc(uid), review);
  });
}

/** A cart, and two addresses. */
export async function moveIn({ uid, name }: Customer): Promise<void> {
  await carts.doc(uid).set({ lines: { tea: 1 }, updatedAt: stamp() });
  for (const id of ["home", "work"]) {
    await addresses(uid)
      .doc(id)
      .set({ ...shipTo, name, updatedAt: stamp() });
  }
}

/** The number of reviews and of stars of a product, after a look at whether they are those. */
export async function ratingOf(productId: string): Promise<{ count: number; sum: number }> {
  const { rating } = (await products.doc(productId).get()).data() ?? assert.fail(productId);
  const stars = (await reviewsOf(productId).get()).docs.map((one) => one.data().rating);
  const sum = stars.reduce((all, each) => all + each, 0);
  assert.deepEqual(rating, { count: stars.length, sum }, productId);
  return rating;
}

/** The mail server has taken all mails that were due. */
export async function sendAll(): Promise<void> {
  const due = await mails.get();
  await Promise.all(due.docs.map(({ ref }) => ref.update({ "delivery.state": "SUCCESS" })));
}

export const redeemed = async (coupon: string, uid: string): Promise<boolean> =>
  (await redemptions(coupon).doc(uid).get()).exists;
