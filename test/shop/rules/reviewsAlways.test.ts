import assert from "node:assert/strict";
import fc, { type Arbitrary } from "fast-check";
import {
  collection,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
} from "firebase/firestore/lite";
import { guarded, type Person } from "../../support/rules.ts";
import { bought, commit, type Move } from "../support/reviews.ts";
import { product, purchase, review, standing } from "../support/rulesDocuments.ts";

const buyers = ["customer", "guest", "admin"] as const;
const strangers = ["other-customer", "order-manager"] as const;

const seldom = <T>(values: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });

/** Somebody sets or takes back a review, and moves the rating: rightly, or by whatever they like. */
const attempts = fc.record({
  who: fc.constantFrom<Person>(...buyers, ...buyers, ...strangers),
  /** In whose name: their own, where none is given. */
  whose: seldom(fc.constantFrom<Person>(...buyers)),
  /** What the review says then, or null for none. */
  stars: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(0, 6, -3) },
  ),
  /** By how much they move the rating: rightly, where nothing is given. */
  by: seldom(fc.tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -6, max: 6 }))),
});

type Stars = number | null;

const isBuyer = (person: Person): boolean => (buyers as readonly Person[]).includes(person);

/** Whether a review can go from `earlier` to `later`. */
const isSaid = (earlier: Stars, later: Stars): boolean =>
  later === null ? earlier !== null : later >= 1 && later <= 5;

/** What that does to the rating. */
const stepOf = (earlier: Stars, later: Stars) =>
  [Number(later !== null) - Number(earlier !== null), (later ?? 0) - (earlier ?? 0)] as const;

const written = (earlier: Stars, rating: Stars): Partial<Move> => {
  if (rating === null) return { review: null };
  if (earlier === null) return { review: review({ rating }) };
  return { change: { rating, updatedAt: serverTimestamp() } };
};

/** The seed is fixed, so that what fails once fails again. */
const runs = { numRuns: 40, seed: 20261122 };

describe("shop rules: the rating of a product, whatever happens,", () => {
  const products = Array.from({ length: 120 }, (_, n) => `product-${n}`);
  const { as } = guarded("always", {
    ...Object.fromEntries(products.map((id) => [`products/${id}`, standing(product())])),
    ...Object.assign({}, ...buyers.map((uid) => bought(uid, products, purchase()))),
  });

  /** The product says what its reviews come to. */
  const isRatedRight = async (id: string) => {
    const db = as("nobody");
    const [rated, found] = await Promise.all([
      getDoc(doc(db, `products/${id}`)),
      getDocs(query(collection(db, `products/${id}/reviews`), limit(50))),
    ]);
    const stars = found.docs.map((one): number => one.data().rating);
    const sum = stars.reduce((all, each) => all + each, 0);
    assert.deepEqual(rated.data()?.rating, { count: stars.length, sum });
  };

  it("is what its reviews come to: what is right is let through, and nothing else", async () => {
    const unused = products.values();
    let [tried, taken] = [0, 0];
    const kept = fc.asyncProperty(
      fc.array(attempts, { minLength: 8, maxLength: 16 }),
      async (all) => {
        const id = unused.next().value ?? assert.fail("there are too few products");
        const said = new Map<Person, Stars>();
        for (const { who, whose: uid = who, stars, by } of all) {
          const earlier = said.get(uid) ?? null;
          const step = stepOf(earlier, stars);
          const isMoved = step[0] !== 0 || step[1] !== 0;
          const right =
            uid === who &&
            isBuyer(who) &&
            isSaid(earlier, stars) &&
            (!by || (isMoved && String(by) === String(step)));
          const move = { product: id, uid, ...written(earlier, stars) };
          const wrote = await commit(
            as(who),
            by || isMoved ? { ...move, by: by ?? step } : move,
          ).then(
            () => true,
            () => false,
          );
          assert.equal(wrote, right, JSON.stringify({ who, uid, earlier, stars, by }));
          tried++;
          if (wrote) taken++;
          if (wrote) said.set(uid, stars);
        }
        await isRatedRight(id);
      },
    );
    await fc.assert(kept, runs);
    assert.ok(taken > tried / 4 && taken < tried * 0.9, `${taken} of ${tried} were right`);
  });
});
