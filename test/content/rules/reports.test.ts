import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  updateDoc,
} from "firebase/firestore/lite";
import { denied, guarded } from "../../support/rules.ts";
import { standing } from "../../support/rulesShape.ts";
import { article, report, reported } from "../support/rulesDocuments.ts";
import {
  confirmed,
  editors,
  members,
  otherVisitor,
  said,
  standingSite,
  visitor,
} from "../support/rulesSites.ts";

const bread = "sites/home/articles/bread/articleComments";
const dark = "sites/home/articles/dark/articleComments";

describe("content rules: reports", () => {
  const { as, only, readBy, writtenByNobody } = guarded("content-reports", {
    ...standingSite(),
    "sites/home/articles/dark": article("home", { published: false }),
    [`${bread}/bad`]: said({}, "somebody"),
    [`${bread}/mine`]: said(),
    [`${bread}/hidden`]: said({ hidden: "reports" }, "somebody"),
    [`${bread}/told`]: said({}, "somebody"),
    [`${bread}/told/reports/${visitor}`]: standing(report(visitor)),
    [`${dark}/bad`]: said({}, "somebody"),
    "sites/home/reported/told": reported("bread"),
  });
  const tell = (path: string, uid: string = visitor, of: string = uid) =>
    setDoc(doc(as(visitor), `${path}/reports/${uid}`), report(of));
  const refused = (attempt: Promise<unknown>, what = "") => denied(attempt, what, /maximum of/);

  it("are made by who has a verified address, each in their own name", async () => {
    await only(confirmed, (db, person) =>
      setDoc(doc(db, `${bread}/bad/reports/${person}`), report(person)),
    );
    await refused(tell(`${bread}/bad`, otherVisitor));
    await refused(tell(`${bread}/bad`, visitor, otherVisitor));
    await refused(tell(`${bread}/bad`, "somebody-new"));
  });

  it("are one of each person: made once, and changed and taken back by nobody", async () => {
    const path = `${bread}/told/reports/${visitor}`;
    await only([], (db) => setDoc(doc(db, path), report(visitor)));
    await only([], (db) => updateDoc(doc(db, path), { reason: "abuse" }));
    await only([], (db) => deleteDoc(doc(db, path)));
  });

  it("are of what others have said, and of what is to be seen", async () => {
    await refused(tell(`${bread}/mine`), "one's own");
    await refused(tell(`${bread}/hidden`), "hidden");
    await refused(tell(`${bread}/none`), "none");
    await refused(tell(`${dark}/bad`), "of what is not out");
  });

  it("are seen by editors, 50 to the page, and by who made them", async () => {
    const path = `${bread}/told/reports`;
    await only([...editors, visitor], (db) => getDoc(doc(db, `${path}/${visitor}`)));
    await only(editors, (db) => getDocs(query(collection(db, path), limit(50))));
    await only([], (db) => getDocs(query(collection(db, path), limit(51))));
    await only([], (db) => getDocs(collection(db, path)));
  });

  it("put what is reported before editors alone; the list is written by nobody", async () => {
    await readBy(editors, "sites/home/reported/told");
    await writtenByNobody("sites/home/reported/told");
  });

  it("leave the comment as it is, for the team too", async () => {
    for (const person of members) {
      await refused(updateDoc(doc(as(person), `${bread}/bad`), { hidden: "moderator" }), person);
    }
  });
});
