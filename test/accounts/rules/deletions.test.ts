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
} from "firebase/firestore/lite";
import { guarded, signedIn } from "../../support/rules.ts";
import { deletion } from "../support/rulesDocuments.ts";

describe("accounts rules: deletions", () => {
  const people = ["customer", "unverified", "shut-out", "signed-out", "shut-out-admin"] as const;
  const { only, readBy, writtenByNobody } = guarded("deletions", {
    ...Object.fromEntries(people.map((uid) => [`deletions/${uid}`, deletion(uid)])),
    "deletions/a-stranger": deletion("a-stranger"),
  });

  it("are read by whom they are about and by admins, also where there is none", async () => {
    for (const uid of signedIn) {
      await only([...new Set([uid, "admin"] as const)], (db) =>
        getDoc(doc(db, `deletions/${uid}`)),
      );
    }
    await readBy(["admin"], "deletions/a-stranger");
  });

  it("are not read by who is shut out", async () => {
    for (const uid of ["shut-out", "signed-out", "shut-out-admin"]) {
      await only(["admin"], (db) => getDoc(doc(db, `deletions/${uid}`)));
    }
  });

  it("are listed for admins alone, not for whom they are about", async () => {
    const all = (db: Firestore) => collection(db, "deletions");
    await only(["admin"], (db) => getDocs(query(all(db), limit(50))));
    await only([], (db) => getDocs(query(all(db), limit(51))));
    await only([], (db) => getDocs(all(db)));
  });

  it("are written by nobody, for themselves or for others", async () => {
    for (const uid of people) await writtenByNobody(`deletions/${uid}`);
    await only([], (db, person) => setDoc(doc(db, `deletions/${person}`), deletion(person)));
    await only([], (db, person) => deleteDoc(doc(db, `deletions/${person}`)));
  });
});
