import { deleteDoc, doc, getDoc, setDoc, updateDoc } from "firebase/firestore/lite";
import { granted, guarded, signedIn } from "../../support/rules.ts";
import {
  type Field,
  flag,
  keepsShape,
  ofEveryType,
  optionalText,
  timeOfWriting,
  without,
} from "../../support/rulesShape.ts";
import { privateProfile, standing } from "../support/rulesDocuments.ts";

const pathOf = (uid: string) => `users/${uid}/private/account`;

const matching = (right: readonly string[], wrong: readonly string[]): Field => ({
  right: Object.fromEntries(right.map((value) => [value || "nothing at all", value])),
  wrong: {
    ...without(ofEveryType, "a word"),
    ...Object.fromEntries(wrong.map((value) => [JSON.stringify(value), value])),
  },
});

const oneLine = (max: number): Field => {
  const { right, wrong } = optionalText(max);
  return { right, wrong: { ...wrong, "two lines": "Ada\nWeaver", "a bell": "Ada\u0007" } };
};

describe("accounts rules: the private half of a profile", () => {
  const { as, only } = guarded("private", {
    [pathOf("customer")]: standing(privateProfile()),
    [pathOf("settled")]: standing(privateProfile()),
  });
  const { updatedAt } = privateProfile();
  const change = { newsletter: true, updatedAt };

  it("is kept by whoever is signed in, guests too, each their own", async () => {
    await only(signedIn, (db, person) => setDoc(doc(db, pathOf(person)), privateProfile()));
    await only(signedIn, (db, person) => getDoc(doc(db, pathOf(person))));
    await only(signedIn, (db, person) => updateDoc(doc(db, pathOf(person)), change));
    await only(signedIn, (db, person) => deleteDoc(doc(db, pathOf(person))));
    await granted(setDoc(doc(as("customer"), pathOf("customer")), privateProfile()));
  });

  it("is one document, and no other beside it", async () => {
    for (const id of ["Account", "account2", "settings", "customer", "%61ccount"]) {
      const path = (uid: string) => `users/${uid}/private/${id}`;
      await only([], (db, person) => setDoc(doc(db, path(person)), privateProfile()));
      await only([], (db, person) => getDoc(doc(db, path(person))));
    }
  });

  describe("in shape", () => {
    keepsShape({
      fields: {
        fullName: oneLine(120),
        phone: matching(
          ["", "+1234567", "+123456789012345"],
          ["+123456", "+1234567890123456", "+0123456789", "040123456", "+49 40 123", "+4940x23456"],
        ),
        language: matching(
          ["de", "gsw", "en-GB", "zh-Hant-TW", "es-419"],
          [
            "",
            "d",
            "DE",
            "deut",
            "en_GB",
            "en-",
            "en-G",
            "zh-Hant-TW-x",
            "zh-Hant-TW-pinyin",
            "en-123456789",
            "de\n",
          ],
        ),
        timeZone: matching(
          [
            "UTC",
            "Etc/GMT+1",
            "America/Argentina/Rio_Gallegos",
            "x".repeat(30),
            `E/${"x".repeat(30)}`,
          ],
          [
            "",
            "/",
            "Europe/",
            "A/B/C/D",
            "Europe Berlin",
            "x".repeat(31),
            `Europe/${"x".repeat(31)}`,
            "Europe/Bérlin",
            "UTC\n",
          ],
        ),
        newsletter: flag,
        updatedAt: timeOfWriting,
      },
      good: privateProfile,
      create: async (document) => {
        const own = doc(as("unverified"), pathOf("unverified"));
        await deleteDoc(own);
        await setDoc(own, document);
      },
      update: (changed) => updateDoc(doc(as("customer"), pathOf("customer")), changed),
    });
  });
});
