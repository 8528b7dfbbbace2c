import assert from "node:assert/strict";
import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  orderBy,
  type QueryConstraint,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  where,
} from "firebase/firestore/lite";
import { denied, everybody, granted, guarded, type Person, signedIn } from "../../support/rules.ts";
import { past, standing } from "../../support/rulesShape.ts";
import { wire } from "../../support/rulesWire.ts";
import { list } from "../support/documents.ts";
import {
  change,
  daysAgo,
  members,
  owner,
  shared,
  standingLists,
  stranger,
  writer,
} from "../support/rulesLists.ts";

describe("todos rules: lists", () => {
  const { project, as, only } = guarded("todos-lists", {
    ...standingLists(),
    "lists/settings": shared(),
    "lists/bin": shared(),
    "lists/late": shared({ deletedAt: daysAgo(30) }),
    "lists/in-time": shared({ deletedAt: daysAgo(29) }),
    "lists/theirs": standing(list(stranger, { [writer]: "reader" })),
    "lists/alone": standing(list(stranger)),
  });
  const path = "lists/home";

  describe("are made", () => {
    it("by whoever is signed in, guests too, for themselves", async () => {
      await only(signedIn, (db, person) => setDoc(doc(db, `lists/of-${person}`), list(person)));
    });

    it("for nobody else, and with nobody else on them", async () => {
      const make = (document: object) => setDoc(doc(as(owner), "lists/new"), document);
      await denied(make(list(writer)));
      await denied(make(list(writer, { [owner]: "writer" })));
      await denied(make(list(owner, { [writer]: "reader" })));
      await denied(make(list(owner, { [writer]: "writer" })));
      await denied(make({ ...list(owner), roles: { [writer]: "owner" }, memberIds: [writer] }));
      await granted(make(list(owner)));
    });

    it("in use: neither put aside nor in the bin", async () => {
      const make = (fields: object) =>
        setDoc(doc(as(owner), "lists/used"), list(owner, {}, fields));
      await denied(make({ archived: true }));
      await denied(make({ deletedAt: serverTimestamp() }));
      await granted(make({}));
    });

    it("nowhere where there is one already", () =>
      denied(setDoc(doc(as(stranger), path), list(stranger))));
  });

  describe("are changed by their owner alone", () => {
    it("in their title, put aside and taken back", async () => {
      for (const fields of [{ title: "Shopping" }, { archived: true }, { archived: false }]) {
        await only([owner], (db) => change(db, "lists/settings", fields));
      }
    });

    it("but for the time at which they were made", async () => {
      await granted(change(as(owner), path, { title: "Food", createdAt: past }));
      for (const createdAt of [serverTimestamp(), Timestamp.now(), daysAgo(1), null]) {
        await denied(change(as(owner), path, { createdAt }));
      }
    });

    it("while put aside, too", async () => {
      await granted(change(as(owner), "lists/settings", { archived: true }));
      await granted(change(as(owner), "lists/settings", { title: "Later" }));
      await denied(change(as(writer), "lists/settings", { title: "Later" }));
    });
  });

  describe("go into the bin", () => {
    const bin = (deletedAt: unknown) => change(as(owner), "lists/bin", { deletedAt });

    it("by their owner alone, and out of it", async () => {
      const deletedAt = serverTimestamp();
      await only([owner], (db) => change(db, "lists/bin", { deletedAt }));
      await only([owner], (db) => change(db, "lists/bin", { deletedAt: null }));
    });

    it("by the clock of the server", async () => {
      for (const moment of [past, Timestamp.now(), daysAgo(29), daysAgo(-1)]) {
        await denied(bin(moment));
      }
      await granted(bin(serverTimestamp()));
      for (const moment of [past, Timestamp.now(), daysAgo(29)]) await denied(bin(moment));
      await granted(bin(null));
    });

    it("and not out of it after 30 days, nor in anew", async () => {
      for (const deletedAt of [null, serverTimestamp(), daysAgo(29)]) {
        await denied(change(as(owner), "lists/late", { deletedAt }));
      }
      await granted(change(as(owner), "lists/in-time", { deletedAt: null }));
    });

    it("and are deleted for good by nobody", async () => {
      for (const id of ["home", "late", "bin"]) {
        await only([], (db) => deleteDoc(doc(db, `lists/${id}`)));
      }
    });
  });

  describe("are read", () => {
    it("by who is on them, in the bin and put aside too", async () => {
      for (const id of ["home", "late", "settings"]) {
        await only(members, (db) => getDoc(doc(db, `lists/${id}`)));
      }
      await only([stranger], (db) => getDoc(doc(db, "lists/alone")));
    });

    it("by nobody where there is none", () => only([], (db) => getDoc(doc(db, "lists/none"))));

    const find = (person: Person, ...which: QueryConstraint[]) =>
      getDocs(query(collection(as(person), "lists"), ...which));
    const on = (person: Person) => where("memberIds", "array-contains", person);

    it("through one's own, 50 to the page", async () => {
      await only(signedIn, (_, person) => find(person, on(person), limit(50)));
      await only([], (_, person) => find(person, on(person), limit(51)));
      await only([], (_, person) => find(person, on(person)));
    });

    it("through nobody else's", async () => {
      await only([], (_, person) => find(person, limit(1)));
      const others = everybody.filter((person) => person !== owner);
      for (const person of others) await denied(find(person, on(owner), limit(50)), person);
      await granted(find(owner, on(owner), limit(50)));
      const theirs = where("memberIds", "==", [stranger]);
      await only([stranger], (_, person) => find(person, theirs, limit(50)));
    });

    it("through no other field", async () => {
      await denied(find(owner, where("ownerId", "==", owner), limit(50)));
      await denied(find(owner, where(`roles.${owner}`, "==", "owner"), limit(50)));
      await denied(
        find(owner, where("memberIds", "array-contains-any", [owner, stranger]), limit(50)),
      );
      await denied(find(owner, orderBy("createdAt"), limit(50)));
      await granted(find(owner, on(owner), orderBy("deletedAt", "desc"), limit(50)));
    });

    it("by cursor, not by offset", async () => {
      const field = { fieldPath: "memberIds" };
      const mine = { fieldFilter: { field, op: "ARRAY_CONTAINS", value: { stringValue: owner } } };
      const page = (fields: object) =>
        wire(project).query(
          { from: [{ collectionId: "lists" }], where: mine, limit: 50, ...fields },
          owner,
        );
      assert.equal(await page({}), true);
      assert.equal(await page({ offset: 1 }), false);
    });
  });
});
