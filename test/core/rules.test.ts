import {
  collection,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import { guarded, shutOut, signedIn } from "../support/rules.ts";

const mail = {
  to: "customer@example.com",
  message: { subject: "Your order", text: "Thank you.", html: "<p>Thank you.</p>" },
};
const open = { ...mail, confidential: false };
const confidential = { ...mail, confidential: true };

describe("core: the rules", () => {
  const { only, readBy } = guarded("core", {
    "mail/order_1_customer": open,
    "mail/verify_1_customer": confidential,
    "mail/unmarked": mail,
  });

  describe("of the mails", () => {
    const listed = (confidential: boolean | null, size: number) => (db: Firestore) =>
      getDocs(query(mailsOf(db), where("confidential", "==", confidential), limit(size)));
    const mailsOf = (db: Firestore) => collection(db, "mail");

    it("let admins read those that let nobody in, 50 to the page", async () => {
      await only(["admin"], (db) => getDoc(doc(db, "mail/order_1_customer")));
      await only(["admin"], listed(false, 50));
      await only([], listed(false, 51));
      await only([], (db) => getDocs(query(mailsOf(db), where("confidential", "==", false))));
    });

    it("keep from them those that hold a link, and those that don't say", async () => {
      await only([], (db) => getDoc(doc(db, "mail/verify_1_customer")));
      await only([], (db) => getDoc(doc(db, "mail/unmarked")));
      await only([], listed(true, 50));
      await only([], listed(null, 50));
      await only([], (db) => getDocs(query(mailsOf(db), limit(50))));
    });
  });

  describe("of the accounts", () => {
    it("keep from each what is said of them, and nobody gets back in by a write", async () => {
      for (const person of [...signedIn, ...shutOut]) {
        await only(["admin"], (db) => getDoc(doc(db, `accounts/${person}`)));
      }
      const pardon = { disabled: false, validAfter: 0, email: null, seenSince: 0 };
      await only([], (db, person) => setDoc(doc(db, `accounts/${person}`), pardon));
      await only([], (db, person) => deleteDoc(doc(db, `accounts/${person}`)));
      await only([], (db) => updateDoc(doc(db, "accounts/signed-out"), { validAfter: 0 }));
    });

    // Of whom these are: other-customer signed in a second after it, signed-out in that very second.
    it("let in who has signed in since everybody was signed out", () =>
      only([...signedIn], (db, person) => getDoc(doc(db, `staff/${person}`))));
  });

  describe("of the staff", () => {
    it("let each read their own role and admins everyone's", async () => {
      for (const one of signedIn) {
        await only([one, "admin"], (db) => getDoc(doc(db, `staff/${one}`)));
      }
      await readBy(["admin"], "staff/somebody");
    });
  });
});
