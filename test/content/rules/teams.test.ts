import {
  arrayRemove,
  collection,
  deleteDoc,
  deleteField,
  doc,
  FieldPath,
  getDoc,
  getDocs,
  limit,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import type { SiteRole } from "../../../functions/src/content/team/schema.ts";
import { denied, granted, guarded, type Person, signedIn } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { site, team } from "../support/rulesDocuments.ts";
import {
  author,
  change,
  contributor,
  editor,
  members,
  owner,
  reader,
  roles,
  standingSite,
  visitor,
} from "../support/rulesSites.ts";

type Roles = Record<string, SiteRole>;

describe("content rules: teams", () => {
  const { as, only, writtenByNobody } = guarded("content-teams", {
    ...standingSite(),
    ...standingSite("leaving"),
    "siteTeams/two-owners": team({ [owner]: "owner", [editor]: "owner", [reader]: "reader" }),
    "siteTeams/theirs": team({ [visitor]: "owner" }),
    "siteTeams/odd": team({ "a.person/of\n😀": "author", [owner]: "owner" }),
    "sites/theirs": site(),
  });
  const home = "siteTeams/home";
  /** Says who is what, and who is there. */
  const put = (person: Person, all: Roles, fields: object = {}, path = home) =>
    change(as(person), path, { roles: all, memberIds: Object.keys(all), ...fields });
  const others = (uid: string): Roles =>
    Object.fromEntries(Object.entries(roles).filter(([one]) => one !== uid));

  it("are seen by who is of them, and by nobody else", async () => {
    await only(members, (db) => getDoc(doc(db, home)));
    await only([visitor], (db) => getDoc(doc(db, "siteTeams/theirs")));
    await only([], (db) => getDoc(doc(db, "siteTeams/none")));
  });

  it("are found by who is of them, 50 to the page", async () => {
    const find = (uid: string, size: number) => (db: ReturnType<typeof as>) =>
      getDocs(
        query(collection(db, "siteTeams"), where("memberIds", "array-contains", uid), limit(size)),
      );
    await only(signedIn, (db, person) => find(person, 50)(db));
    await only([], (db, person) => find(person, 51)(db));
    await only([owner], find(owner, 50));
    await only([], (db) => getDocs(query(collection(db, "siteTeams"), limit(1))));
    await denied(
      getDocs(
        query(collection(as(owner), "siteTeams"), where(`roles.${owner}`, "==", "owner"), limit(1)),
      ),
    );
    await denied(
      getDocs(query(collection(as(owner), "siteTeams"), orderBy("createdAt"), limit(1))),
    );
    const whole = (uid: string) => (db: ReturnType<typeof as>) =>
      getDocs(query(collection(db, "siteTeams"), where("memberIds", "==", [uid]), limit(1)));
    await only([visitor], whole(visitor));
  });

  it("are made and deleted by nobody", async () => {
    await only([], (db, person) =>
      setDoc(doc(db, `siteTeams/of-${person}`), team({ [person]: "owner" })),
    );
    await only([], (db) => deleteDoc(doc(db, home)));
  });

  it("as their sites are changed by the server; who owns them says what others may do", async () => {
    await writtenByNobody("sites/theirs");
    for (const role of ["contributor", "author", "editor"] as const) {
      await only([owner], (db) =>
        change(db, "siteTeams/home", { roles: { ...roles, [reader]: role } }),
      );
    }
    await granted(put(owner, { ...roles, [reader]: "owner" }));
    await granted(put(owner, roles));
  });

  it("have no other role, and no other field", async () => {
    for (const role of ["admin", "canary", "Owner", "", null, true, ["owner"], 7]) {
      await denied(put(owner, { ...roles, [reader]: role as SiteRole }), `${role}`);
    }
    await denied(put(owner, roles, { canary: true }));
    await denied(put(owner, roles, { createdAt: Timestamp.now() }));
    for (const updatedAt of [past, Timestamp.now(), null]) {
      await denied(put(owner, roles, { updatedAt, memberIds: [...members].reverse() }));
    }
    for (const wrong of [[], members, null, "owner", 7]) {
      await denied(change(as(owner), home, { roles: wrong }), JSON.stringify(wrong));
    }
  });

  it("raise nobody by their own hand", async () => {
    for (const person of [editor, author, contributor, reader] as const) {
      await denied(put(person, { ...roles, [person]: "owner" }), person);
      await denied(put(person, { ...roles, [owner]: "reader", [person]: "owner" }), person);
    }
    await denied(put(editor, { ...roles, [reader]: "contributor" }));
    await denied(put(editor, others(reader)));
  });

  it("get nobody by a write, whoever writes it", async () => {
    for (const role of ["reader", "owner"] as const) {
      await only([], (db, person) =>
        change(db, home, {
          roles: { ...roles, [visitor]: role, [person]: roles[owner] },
          memberIds: [...new Set([...members, visitor, person])],
        }),
      );
      await denied(put(owner, { ...roles, [visitor]: role }));
      await denied(put(owner, { ...others(reader), [visitor]: role }), "in another's place");
    }
  });

  it("have as members those who have a role, each once", async () => {
    for (const memberIds of [
      [],
      members.slice(1),
      [...members, visitor],
      [...members, owner],
      [...members.slice(1), members[1]],
      [...members.slice(1), visitor],
      null,
      owner,
      roles,
    ]) {
      await denied(change(as(owner), home, { memberIds }), JSON.stringify(memberIds));
    }
    await denied(change(as(owner), home, { roles: others(reader) }));
    await denied(change(as(owner), home, { memberIds: deleteField() }));
    await denied(change(as(owner), home, { roles: deleteField() }));
    await granted(change(as(owner), home, { memberIds: [...members].reverse() }));
  });

  it("lose who owns them only if another does", async () => {
    await denied(put(owner, others(owner)));
    await denied(put(owner, { ...roles, [owner]: "editor" }));
    await denied(put(owner, {}));
    const two: Roles = { [owner]: "owner", [editor]: "owner" };
    await granted(put(owner, { ...two, [owner]: "reader" }, {}, "siteTeams/two-owners"));
    await denied(put(editor, { [owner]: "reader" }, {}, "siteTeams/two-owners"));
    await granted(put(owner, { [editor]: "owner" }, {}, "siteTeams/two-owners"));
  });

  it("are left by whoever is of them, but by the last who owns them", async () => {
    const leave = (person: Person, uid: string = person) =>
      change(as(person), "siteTeams/leaving", {
        memberIds: arrayRemove(uid),
        ...(uid === "" ? {} : { [`roles.${uid}`]: deleteField() }),
      });
    await denied(leave(owner));
    for (const person of [editor, author, contributor, reader] as const) {
      await denied(leave(visitor, person), person);
      await denied(leave(person, owner), person);
    }
    await denied(leave(author, reader));
    await denied(leave("shut-out", reader));
    for (const person of [editor, author, contributor, reader] as const) {
      await granted(leave(person), person);
      await denied(getDoc(doc(as(person), "siteTeams/leaving")), person);
    }
  });

  it("lose with somebody nothing else, whatever their uid looks like", async () => {
    await denied(
      change(as(author), home, {
        roles: { ...others(author), [reader]: "editor" },
        memberIds: Object.keys(others(author)),
      }),
    );
    const odd = new FieldPath("roles", "a.person/of\n😀");
    const path = doc(as(owner), "siteTeams/odd");
    const now = serverTimestamp();
    await granted(updateDoc(path, odd, deleteField(), "memberIds", [owner], "updatedAt", now));
  });
});
