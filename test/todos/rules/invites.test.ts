import { deleteDoc, doc, setDoc, updateDoc } from "firebase/firestore/lite";
import { granted, guarded } from "../../support/rules.ts";
import { invite } from "../support/documents.ts";
import { owner, shared } from "../support/rulesLists.ts";

describe("todos rules: invitations", () => {
  const invites = "lists/home/invites";
  const { as, only, readBy } = guarded("todos-invites", {
    "lists/home": shared(),
    [`${invites}/one`]: invite(),
    [`${invites}/two`]: invite(),
    "lists/aside": shared({ archived: true }),
    "lists/aside/invites/one": invite(),
    "lists/none/invites/one": invite(),
  });

  it("are read by the owner of the list, 50 to the page", async () => {
    await readBy([owner], `${invites}/one`);
    await readBy([owner], "lists/aside/invites/one");
  });

  it("are taken back by the owner alone, and changed by nobody", async () => {
    await only([], (db, person) => setDoc(doc(db, `${invites}/by-${person}`), invite()));
    await only([], (db) => setDoc(doc(db, `${invites}/one`), invite({ accepted: false })));
    await only([], (db) => updateDoc(doc(db, `${invites}/one`), { role: "owner" }));
    await only([owner], (db) => deleteDoc(doc(db, `${invites}/two`)));
    await granted(deleteDoc(doc(as(owner), "lists/aside/invites/one")));
  });
});
