import { doc, getDoc } from "firebase/firestore/lite";
import { guarded, signedIn } from "../../support/rules.ts";
import { deletion } from "../support/rulesDocuments.ts";

describe("accounts rules: deletions", () => {
  const people = ["customer", "unverified"];
  const { only } = guarded("deletions", {
    ...Object.fromEntries(people.map((uid) => [`deletions/${uid}`, deletion(uid)])),
  });

  it("are read by whom they are about and by admins, also where there is none", async () => {
    for (const uid of signedIn) {
      await only([...new Set([uid, "admin"] as const)], (db) =>
        getDoc(doc(db, `deletions/${uid}`)),
      );
    }
  });
});
