import { deleteDoc, doc, setDoc, Timestamp, updateDoc } from "firebase/firestore/lite";
import { MAX_LINES, MAX_QUANTITY } from "../../../functions/src/shop/schema.ts";
import { denied, granted, guarded, type Person, signedIn } from "../../support/rules.ts";
import { notSlugs, past, without } from "../../support/rulesShape.ts";
import { cart, standing } from "../support/rulesDocuments.ts";

const upTo = (count: number, of: (n: number) => [string, unknown]) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => of(n)));

/** SKUs as long as SKUs can be. */
const longSku = (n: number) => `${"x".repeat(37)}-${String(n).padStart(2, "0")}`;

const rightLines: Record<string, unknown> = {
  "no line": {},
  "one of one SKU": { x: 1 },
  [`${MAX_QUANTITY} of a SKU`]: { "beanie-moss": MAX_QUANTITY },
  "a SKU of 40 letters": { ["x".repeat(40)]: 1 },
  "a SKU of digits": { "4006381333931": 1 },
  [`${MAX_LINES} lines of the longest SKUs`]: upTo(MAX_LINES, (n) => [longSku(n), MAX_QUANTITY]),
  "every quantity of the lower half": upTo(MAX_LINES, (n) => [longSku(n), n + 1]),
  "every quantity of the upper half": upTo(MAX_LINES, (n) => [longSku(n), MAX_QUANTITY - n]),
};

const wrongQuantities: Record<string, unknown> = {
  "none of a SKU": 0,
  [`${MAX_QUANTITY + 1} of a SKU`]: MAX_QUANTITY + 1,
  "minus one of a SKU": -1,
  "one and a half of a SKU": 1.5,
  "no number": Number.NaN,
  "an endless number": Number.POSITIVE_INFINITY,
  "a quantity in words": "1",
  nothing: null,
  "a yes": true,
  "a map with a price": { quantity: 1, price: 1 },
  "a list": [1],
  "a moment": past,
};

const wrongLines: Record<string, unknown> = {
  [`${MAX_LINES + 1} lines`]: upTo(MAX_LINES + 1, (n) => [longSku(n), 1]),
  ...Object.fromEntries(
    Object.entries(wrongQuantities).flatMap(([what, quantity]) => [
      [what, { "beanie-moss": quantity }],
      [`${what}, among others`, { "beanie-moss": 2, "tea-100": quantity, "tea-250": 3 }],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(notSlugs)
      .filter(([, sku]) => sku !== "")
      .flatMap(([what, sku]) => [
        [`as a SKU, ${what}`, { [String(sku)]: 1 }],
        [`as a SKU among others, ${what}`, { "beanie-moss": 2, [String(sku)]: 1, "tea-250": 3 }],
      ]),
  ),
  "as a SKU, a path": { "tea/green": 1 },
  "as a SKU, two with a comma": { "beanie-moss,tea-100": 1 },
  "as a SKU, two of 40 letters with a comma": { [`${"x".repeat(40)},${"y".repeat(40)}`]: 1 },
  "lines that are an empty list": [],
  "lines that are empty text": "",
  "lines that are a list": [{ sku: "beanie-moss", quantity: 1 }],
  "lines that are a word": "beanie-moss",
  "lines that are a number": 1,
  "lines that are nothing": null,
};

describe("shop rules: carts", () => {
  const { as } = guarded("carts", {
    "carts/customer": standing(cart()),
    "carts/inventory-manager": standing(cart()),
  });
  const mine = () => doc(as("customer"), "carts/customer");
  const untouched = () => doc(as("other-customer"), "carts/other-customer");

  it("are filled, changed and emptied by whoever is signed in, each their own", async () => {
    const owners = signedIn.filter((person) => person !== "other-customer");
    for (const person of owners) {
      const own = doc(as(person), `carts/${person}`);
      await granted(deleteDoc(own), person);
      await granted(setDoc(own, cart()), person);
      await granted(setDoc(own, cart({ "tea-100": 1 })), person);
      await granted(updateDoc(own, { ...cart({ "tea-100": 2 }) }), person);
    }
  });

  it("take no owner's name from the document", () =>
    denied(setDoc(doc(as("customer"), "carts/nobody"), { ...cart(), uid: "customer" })));

  for (const [what, lines] of Object.entries(rightLines)) {
    it(`take ${what}`, async () => {
      await granted(deleteDoc(mine()));
      await granted(setDoc(mine(), cart(lines)), "creating");
      await granted(setDoc(mine(), cart(lines)), "changing");
    });
  }

  const onCreateAndUpdate = async (document: object) => {
    await Promise.all([
      denied(setDoc(untouched(), document), "creating"),
      denied(setDoc(mine(), document), "changing"),
    ]);
  };

  for (const [what, lines] of Object.entries(wrongLines)) {
    it(`refuse ${what}`, () => onCreateAndUpdate(cart(lines)));
  }

  const oddCarts: Record<string, object> = {
    "without lines": without(cart(), "lines"),
    "without a time": without(cart(), "updatedAt"),
    "with a time in the past": { ...cart(), updatedAt: past },
    "with a client's time": { ...cart(), updatedAt: Timestamp.now() },
    "with a time in words": { ...cart(), updatedAt: "2026-01-01" },
    "with a price": { ...cart(), price: 1 },
    "with prices": { ...cart(), prices: { "beanie-moss": 1 } },
    "with a total": { ...cart(), total: 1 },
    "with a field that nobody knows": { ...cart(), canary: true },
  };
  for (const [what, document] of Object.entries(oddCarts)) {
    it(`are refused ${what}`, () => onCreateAndUpdate(document));
  }

  it("change a line at a time, within the same bounds", async () => {
    const change = (quantity: unknown, person: Person = "customer") =>
      updateDoc(doc(as(person), "carts/customer"), {
        "lines.tea-100": quantity,
        updatedAt: cart().updatedAt,
      });
    await granted(setDoc(mine(), cart()));
    await granted(change(MAX_QUANTITY));
    await denied(change(MAX_QUANTITY + 1));
    await denied(change(1, "admin"));
    await denied(updateDoc(mine(), { "lines.tea-100": 1 }), "without the time");
  });
});
