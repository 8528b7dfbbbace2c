import {
  type DocumentData,
  deleteDoc,
  doc,
  getDoc,
  serverTimestamp,
  Timestamp,
} from "firebase/firestore/lite";
import { denied, everybody, granted, guarded, type Person, signedIn } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { bought, commit, type Move } from "../support/reviews.ts";
import { product, purchase, review, standing } from "../support/rulesDocuments.ts";

/** Verified or not, guest or staff: who has received a thing may say what it is like. */
const buyers = ["customer", "other-customer", "unverified", "guest", "admin"] as const;
const others = signedIn.filter((person) => !(buyers as readonly Person[]).includes(person));

const rated = (...stars: number[]) => ({
  count: stars.length,
  sum: stars.reduce((sum, each) => sum + each, 0),
});
const reviewed = (
  id: string,
  stars: Partial<Record<string, number>>,
  fields: DocumentData = {},
) => ({
  [`products/${id}`]: standing(
    product({ rating: rated(...Object.values(stars).map(Number)), ...fields }),
  ),
  ...Object.fromEntries(
    Object.entries(stars).map(([uid, rating]) => [
      `products/${id}/reviews/${uid}`,
      standing(review({ rating })),
    ]),
  ),
});

describe("shop rules: reviews", () => {
  const products = ["beanie", "own", "new", "standing", "shape", "retired", "sent-back", "gone"];
  const { as, only, readBy } = guarded("reviews", {
    ...Object.assign({}, ...buyers.map((uid) => bought(uid, products, purchase()))),
    ...reviewed("beanie", { customer: 4, "order-manager": 2 }),
    ...reviewed("own", {}),
    ...reviewed("new", {}),
    ...reviewed("standing", { customer: 4 }),
    ...reviewed("shape", { "other-customer": 4 }),
    ...reviewed("retired", { customer: 4 }, { active: false }),
    ...reviewed("unsold", { customer: 4 }),
  });
  const write = (person: Person, ...moves: Move[]) => commit(as(person), ...moves);
  const by = (person: Person, id: string) => ({ product: id, uid: person });
  const updatedAt = serverTimestamp();

  it("are read by everybody, 50 to the page", () =>
    readBy(everybody, "products/beanie/reviews/customer"));

  it("are looked for by their author alone where there is none", async () => {
    await only(["customer"], (db) => getDoc(doc(db, "products/new/reviews/customer")));
  });

  it("are written, changed and taken back by who has bought the product, and nobody else", async () => {
    const self = (person: Person) => by(person, "own");
    await only(buyers, (db, person) =>
      commit(db, { ...self(person), review: review({ rating: 5 }), by: [1, 5] }),
    );
    await only(buyers, (db, person) =>
      commit(db, { ...self(person), change: { rating: 3, updatedAt }, by: [0, -2] }),
    );
    await only(buyers, (db, person) =>
      commit(db, { ...self(person), change: { text: "Better still", updatedAt } }),
    );
    await only(buyers, (db, person) => commit(db, { ...self(person), review: null, by: [-1, -3] }));
  });

  it("are nobody else's to write, to change or to take back, admins included", async () => {
    const of = (uid: string) => ({ product: "standing", uid });
    const change = { text: "It itches", updatedAt };
    await only(["customer"], (db) => commit(db, { ...of("customer"), change }));
    await only(["customer"], (db) =>
      commit(db, { ...of("customer"), change: { rating: 5, updatedAt }, by: [0, 1] }),
    );
    await only([], (db) => commit(db, { ...of("nobody"), review: review(), by: [1, 4] }));
    await only([], (db) => commit(db, { ...of("a-stranger"), review: review(), by: [1, 4] }));
    const without = everybody.filter((person) => person !== "customer");
    for (const person of without) {
      await denied(write(person, { ...of("customer"), review: null, by: [-1, -5] }), person);
      await denied(deleteDoc(doc(as(person), "products/standing/reviews/customer")), person);
    }
  });

  it("say nothing in somebody else's name beside one's own", async () => {
    const both = [by("guest", "new"), by("admin", "new")] as const;
    const fresh = review({ rating: 5 });
    const [own, foreign] = both;
    await denied(
      write("guest", { ...own, review: fresh, by: [1, 5] }, { ...foreign, review: fresh }),
    );
    await granted(write("guest", { ...own, review: fresh, by: [1, 5] }));
    await granted(write("admin", { ...foreign, review: fresh, by: [1, 5] }));
    await denied(
      write("guest", { ...own, review: null, by: [-1, -5] }, { ...foreign, review: null }),
    );
    const worse = { rating: 1, updatedAt };
    await denied(
      write("guest", { ...own, change: worse, by: [0, -4] }, { ...foreign, change: worse }),
    );
  });

  describe("by who has not (or no longer) bought", () => {
    for (const person of others) {
      it(`are refused to ${person}, for whatever product`, async () => {
        for (const id of ["beanie", "unsold", "no-such-product"]) {
          await denied(write(person, { ...by(person, id), review: review(), by: [1, 4] }), id);
        }
      });
    }

    it("are not changed, but may be taken back", async () => {
      const mine = by("customer", "unsold");
      await denied(write("customer", { ...mine, change: { title: "Hm", updatedAt } }));
      await denied(write("customer", { ...mine, change: { rating: 1, updatedAt }, by: [0, -3] }));
      await granted(write("customer", { ...mine, review: null, by: [-1, -4] }));
      await denied(write("customer", { ...mine, review: review(), by: [1, 4] }));
    });

    it("count a purchase of another product, or of somebody else, for nothing", async () => {
      await denied(write("customer", { ...by("customer", "unsold-2"), review: review() }));
      await denied(
        write("order-manager", { ...by("order-manager", "own"), review: review(), by: [1, 4] }),
      );
    });
  });

  describe("of a product off sale", () => {
    it("are not begun", () =>
      denied(write("guest", { ...by("guest", "retired"), review: review(), by: [1, 4] })));

    it("are changed and taken back as ever", async () => {
      const mine = by("customer", "retired");
      await granted(write("customer", { ...mine, change: { rating: 2, updatedAt }, by: [0, -2] }));
      await granted(write("customer", { ...mine, change: { text: "", updatedAt } }));
      await granted(write("customer", { ...mine, review: null, by: [-1, -2] }));
      await denied(write("customer", { ...mine, review: review(), by: [1, 4] }));
    });
  });

  it("of a product that is not there are refused, bought or not", () => {
    const attempt = write("customer", { ...by("customer", "gone"), review: review() });
    return denied(attempt, "customer", /maximum of/);
  });

  it("say the server's time of their creation, and never another afterwards", async () => {
    const mine = by("other-customer", "beanie");
    for (const createdAt of [past, Timestamp.now(), null]) {
      await denied(write("other-customer", { ...mine, review: review({ createdAt }), by: [1, 4] }));
    }
    const kept = by("customer", "beanie");
    await granted(write("customer", { ...kept, review: review({ createdAt: past }) }));
    await denied(write("customer", { ...kept, review: review() }));
    await denied(write("customer", { ...kept, review: review({ rating: 5 }), by: [0, 1] }));
    await denied(
      write("customer", { ...kept, change: { createdAt: serverTimestamp(), updatedAt } }),
    );
  });
});
