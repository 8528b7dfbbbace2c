import assert from "node:assert/strict";
import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  where,
} from "firebase/firestore/lite";
import { denied, everybody, granted, guarded, type Person } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { wire } from "../../support/rulesWire.ts";
import { draft, revision, team } from "../support/rulesDocuments.ts";
import {
  author,
  change,
  contributor,
  daysAgo,
  editor,
  editors,
  kept,
  members,
  owner,
  reader,
  said,
  save,
  standingSite,
  visitor,
  writers,
} from "../support/rulesSites.ts";

const drafts = "sites/home/drafts";

describe("content rules: drafts", () => {
  const { project, as, asNewcomer, only, readBy, writtenByNobody } = guarded("content-drafts", {
    ...standingSite(),
    [`${drafts}/read`]: kept(),
    [`${drafts}/read/revisions/1`]: revision(author),
    [`${drafts}/races`]: kept({}, editor),
    [`${drafts}/bin`]: kept(),
    [`${drafts}/late`]: kept({ deletedAt: daysAgo(30) }),
    [`${drafts}/in-time`]: kept({ deletedAt: daysAgo(29) }),
    [`${drafts}/binned`]: kept({ deletedAt: daysAgo(1) }),
    [`${drafts}/scheduled`]: kept({ state: "scheduled", publishAt: daysAgo(-1) }),
    [`${drafts}/hers`]: kept({}, contributor),
    ...standingSite("odd"),
    "siteTeams/odd": { ...team({ [owner]: "owner" }), roles: { [visitor]: "canary" } },
    "sites/odd/articles/bread/articleComments/hidden": said({ hidden: "moderator" }, author),
  });
  const at = (id: string) => `${drafts}/${id}`;

  it("are read by the team, 50 to the page", () => readBy(members, at("read")));

  it("as they were, are read by the team, and written by nobody", async () => {
    await readBy(members, `${at("read")}/revisions/1`);
    await writtenByNobody(`${at("read")}/revisions/1`);
  });

  it("are not changed without a version, a state or the bin", async () => {
    for (const fields of [{ canary: true }, { title: "Mine" }, { deletedAt: null, canary: true }]) {
      await denied(change(as(author), at("read"), fields), JSON.stringify(fields));
      await denied(change(as(owner), at("read"), fields), JSON.stringify(fields));
    }
  });

  it("are nothing to a role that there is not", async () => {
    await denied(getDoc(doc(as(visitor), "sites/odd/drafts/bread")));
    await denied(setDoc(doc(as(visitor), "sites/odd/drafts/new"), draft(visitor)));
    const hidden = doc(as(visitor), "sites/odd/articles/bread/articleComments/hidden");
    await denied(getDoc(hidden), "what editors see");
  });

  it("are found by what they are, within the page", async () => {
    for (const [field, value] of [
      ["state", "draft"],
      ["authorId", author],
      ["deletedAt", null],
    ] as const) {
      await only(members, (db) =>
        getDocs(query(collection(db, drafts), where(field, "==", value), limit(50))),
      );
    }
    const page = (fields: object) =>
      wire(project).query({ from: [{ collectionId: "drafts" }], ...fields }, reader, "sites/home");
    assert.equal(await page({ limit: 50 }), true);
    assert.equal(await page({ limit: 50, offset: 1 }), false);
  });

  it("are begun by who contributes; pages by editors", async () => {
    const begin = (people: readonly Person[], kind: string) =>
      only(people, (db, person) =>
        setDoc(doc(db, at(`${kind}-of-${person}`)), draft(person, { kind })),
      );
    await begin(writers, "article");
    await begin(editors, "page");
  });

  it("are begun in nobody else's name, and nowhere where there is one", async () => {
    const begin = (id: string, fields: object) =>
      setDoc(doc(as(editor), at(id)), draft(editor, fields));
    await denied(begin("new", { authorId: author }));
    await denied(begin("new", { updatedBy: author }));
    await denied(begin("read", {}));
    await granted(begin("new", {}));
  });

  it("are begun at no site that is not there, nor below another draft", async () => {
    for (const path of ["sites/none/drafts/new", `${at("read")}/drafts/new`]) {
      await denied(setDoc(doc(as(owner), path), draft(owner)), path, /maximum of/);
    }
  });

  it("have those ids that an article may have", async () => {
    for (const id of ["two of _", "a.b", "é", "x".repeat(64)]) {
      await denied(setDoc(doc(as(author), at(id)), draft(author)), id);
    }
    for (const id of ["x".repeat(63), "_a-B9"]) {
      await granted(setDoc(doc(as(author), at(id)), draft(author)), id);
    }
  });

  it("are saved on top of the version that was read: of two who save, one wins", async () => {
    for (const version of [0, 2]) {
      await denied(save(as(editor), at("races"), editor, version, { title: "Mine" }));
    }
    await granted(save(as(editor), at("races"), editor, 1, { title: "Mine" }));
    await denied(save(as(owner), at("races"), owner, 1, { title: "No, mine" }));
    await granted(save(as(owner), at("races"), owner, 2, { title: "No, mine" }));
  });

  it("are saved once by five who save the same version at once", async () => {
    const devices = Array.from({ length: 5 }, () => asNewcomer(editor));
    const outcomes = await Promise.allSettled(
      devices.map((device, n) => save(device, at("races"), editor, 3, { title: `By ${n}` })),
    );
    assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal((await getDoc(doc(as(editor), at("races")))).data()?.version, 4);
  });

  it("are saved by their author and by editors, each in their own name", async () => {
    for (const person of [reader, author, visitor, "nobody"] as const) {
      await denied(save(as(person), at("hers"), person, 1), person);
    }
    await denied(save(as(contributor), at("hers"), editor, 1));
    await granted(save(as(contributor), at("hers"), contributor, 1));
    await granted(save(as(editor), at("hers"), editor, 2));
  });

  it("are changed by no save that is none: without a version more", async () => {
    for (const fields of [{ title: "Mine" }, { body: "" }, { tags: [] }, { updatedBy: owner }]) {
      await denied(change(as(editor), at("hers"), fields), Object.keys(fields).join());
    }
  });

  it("that are scheduled are changed by nobody", async () => {
    const path = at("scheduled");
    await only([], (db, person) => save(db, path, person, 1));
    await only([], (db) => change(db, path, { deletedAt: serverTimestamp() }));
    for (const state of ["draft", "in_review", "ready", "published"]) {
      await only([], (db) => change(db, path, { state }));
    }
    await denied(change(as(owner), path, { publishAt: past }));
  });

  it("that are out are drafts again once they are saved, and stay out as they were", async () => {
    const path = at("bread");
    await denied(save(as(author), path, author, 3));
    await denied(save(as(author), path, author, 3, { state: "published" }));
    await denied(save(as(author), path, author, 3, { state: "draft", live: null }));
    await granted(save(as(author), path, author, 3, { state: "draft" }));
    assert.equal((await getDoc(doc(as(author), path))).data()?.live.version, 3);
  });

  describe("go into the bin", () => {
    const bin = (deletedAt: unknown) => change(as(author), at("bin"), { deletedAt });

    it("and out of it, by their author and by editors", async () => {
      const people: readonly Person[] = [...editors, author];
      const deletedAt = serverTimestamp();
      for (const person of people) {
        const others = everybody.filter((one) => !people.includes(one));
        await Promise.all(
          others.map((other) => denied(change(as(other), at("bin"), { deletedAt }), other)),
        );
        await granted(change(as(person), at("bin"), { deletedAt }), person);
        await granted(change(as(person), at("bin"), { deletedAt: null }), person);
      }
    });

    it("by the clock of the server", async () => {
      for (const moment of [past, Timestamp.now(), daysAgo(29), daysAgo(-1)]) {
        await denied(bin(moment));
      }
      await granted(bin(serverTimestamp()));
      await denied(bin(daysAgo(29)));
      await granted(bin(null));
    });

    it("and not out of it after 30 days, nor in anew", async () => {
      for (const deletedAt of [null, serverTimestamp(), daysAgo(29)]) {
        await denied(change(as(owner), at("late"), { deletedAt }));
      }
      await granted(change(as(owner), at("in-time"), { deletedAt: null }));
    });

    it("and are neither saved nor reviewed in it", async () => {
      await denied(save(as(author), at("binned"), author, 1));
      await denied(save(as(owner), at("binned"), owner, 1));
      await denied(change(as(author), at("binned"), { state: "in_review" }));
      await granted(change(as(author), at("binned"), { deletedAt: null }));
      await granted(save(as(author), at("binned"), author, 1));
    });

    it("not while a reader sees them", async () => {
      await denied(change(as(owner), at("bread"), { deletedAt: serverTimestamp() }));
      await denied(change(as(author), at("bread"), { deletedAt: serverTimestamp() }));
    });

    it("and are deleted for good by nobody", async () => {
      for (const id of ["late", "binned", "bread"]) {
        await only([], (db) => deleteDoc(doc(db, at(id))));
      }
    });
  });
});
