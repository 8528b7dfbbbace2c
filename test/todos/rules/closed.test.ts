import { deleteDoc, doc, getDoc, setDoc, updateDoc } from "firebase/firestore/lite";
import { granted, guarded, shutOut, signedIn } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { due, invite } from "../support/documents.ts";
import { owner, shared } from "../support/rulesLists.ts";

const assignment = {
  listId: "home",
  taskId: "milk",
  title: "Milk",
  priority: 0,
  due,
  dueDate: due.date,
};
const digest = { hour: 7, zone: "Europe/Berlin", nextAt: past };

describe("todos rules: what the server writes", () => {
  const invites = "lists/home/invites";
  const { as, only, readBy, writtenByNobody, closed } = guarded("todos-closed", {
    "lists/home": shared(),
    [`${invites}/one`]: invite(),
    [`${invites}/two`]: invite(),
    "lists/aside": shared({ archived: true }),
    "lists/aside/invites/one": invite(),
    "lists/none/invites/one": invite(),
    [`users/${owner}/assignments/home.milk`]: assignment,
    [`digests/${owner}`]: digest,
    ...Object.fromEntries([...signedIn, ...shutOut].map((uid) => [`digests/${uid}`, digest])),
    [`calendarFeeds/${owner}`]: { secretHash: "hash", createdAt: past },
  });

  it("of invitations is read by the owner of the list, 50 to the page", async () => {
    await readBy([owner], `${invites}/one`);
    await readBy([owner], "lists/aside/invites/one");
  });

  it("of invitations is taken back by the owner alone, and changed by nobody", async () => {
    await only([], (db, person) => setDoc(doc(db, `${invites}/by-${person}`), invite()));
    await only([], (db) => setDoc(doc(db, `${invites}/one`), invite({ accepted: false })));
    await only([], (db) => updateDoc(doc(db, `${invites}/one`), { role: "owner" }));
    await only([owner], (db) => deleteDoc(doc(db, `${invites}/two`)));
    await granted(deleteDoc(doc(as(owner), "lists/aside/invites/one")));
  });

  it("of assignments is read by whose they are, 50 to the page, and written by nobody", async () => {
    const path = `users/${owner}/assignments/home.milk`;
    await readBy([owner], path);
    await writtenByNobody(path);
    await only([], (db, person) => setDoc(doc(db, `users/${person}/assignments/x`), assignment));
  });

  it("of daily mails is read by who gets them, and written and listed by nobody", async () => {
    await only(signedIn, (db, person) => getDoc(doc(db, `digests/${person}`)));
    await only([owner], (db) => getDoc(doc(db, `digests/${owner}`)));
    await writtenByNobody(`digests/${owner}`);
    await only([], (db, person) => setDoc(doc(db, `digests/${person}`), digest));
    await only([], (db, person) => deleteDoc(doc(db, `digests/${person}`)));
  });

  it("of calendar feeds is nobody's to see", async () => {
    await closed(`calendarFeeds/${owner}`);
    await only([], (db, person) => getDoc(doc(db, `calendarFeeds/${person}`)));
  });
});
