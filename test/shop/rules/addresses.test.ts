import assert from "node:assert/strict";
import { deleteDoc, doc, setDoc, updateDoc } from "firebase/firestore/lite";
import { countries } from "../../../functions/src/shop/rates.ts";
import { denied, granted, guarded, signedIn } from "../../support/rules.ts";
import { keepsShape, oneOf, optionalText, text, timeOfWriting } from "../../support/rulesShape.ts";
import { SERVER_TIME, wire } from "../../support/rulesWire.ts";
import { address, standing } from "../support/rulesDocuments.ts";

const book = (uid: string) => `users/${uid}/addresses`;

/** Every country that ISO 3166 knows, and some that it knew. */
function allCountries(): string[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => names.of(code) !== undefined);
}

describe("shop rules: address books", () => {
  const { project, as } = guarded("addresses", {
    [`${book("customer")}/home`]: standing(address()),
  });
  const home = `${book("customer")}/home`;
  let created = 0;
  const newPath = () => `${book("customer")}/new-${created++}`;

  it("are kept by whoever is signed in, each their own", async () => {
    for (const person of signedIn) {
      const own = doc(as(person), `${book(person)}/work`);
      await granted(setDoc(own, address()), person);
      await granted(setDoc(own, address({ city: "Bremen" })), person);
      await granted(deleteDoc(own), person);
    }
  });

  it("name their entries by up to 40 letters, digits, - and _", async () => {
    const keep = (id: string) =>
      setDoc(doc(as("customer"), `${book("customer")}/${id}`), address());
    for (const id of ["x", "At-home_2", "x".repeat(40)]) await granted(keep(id), id);
    for (const id of ["x".repeat(41), "a.b", "at home", "ä"]) await denied(keep(id), id);
  });

  it("hold addresses in the countries that are delivered to, and in no other", async () => {
    const { create } = wire(project);
    const taken = await Promise.all(
      allCountries().map(async (country) => {
        const document = { ...address(), country, updatedAt: SERVER_TIME };
        return (await create("customer", newPath(), document)) ? country : [];
      }),
    );
    assert.deepEqual(taken.flat(), [...countries].sort());
  });

  describe("in shape", () => {
    keepsShape({
      fields: {
        name: text(120),
        line1: text(120),
        line2: optionalText(120),
        postalCode: text(20),
        city: text(80),
        country: oneOf(countries, ["GB", "de", "DE ", "Germany", ""]),
        updatedAt: timeOfWriting,
      },
      good: address,
      create: (document) => setDoc(doc(as("customer"), newPath()), document),
      update: (change) => updateDoc(doc(as("customer"), home), change),
    });
  });
});
