import {
  arrayRemove,
  arrayUnion,
  type DocumentData,
  deleteField,
  doc,
  getDoc,
  serverTimestamp,
  setDoc,
  writeBatch,
} from "firebase/firestore/lite";
import { denied, everybody, granted, guarded, type Person } from "../../support/rules.ts";
import {
  change,
  owner,
  reader,
  shared,
  standingLists,
  stranger,
  writer,
} from "../support/rulesLists.ts";

const roles = { [owner]: "owner", [writer]: "writer", [reader]: "reader" };
const on = (all: DocumentData) => ({ roles: all, memberIds: Object.keys(all) });
const leaves = (person: Person): DocumentData => ({
  [`roles.${person}`]: deleteField(),
  memberIds: arrayRemove(person),
});

/** What would make more of somebody than they are. */
const raises = (person: Person): Record<string, DocumentData> => ({
  "the owner's role": { [`roles.${person}`]: "owner" },
  "the owner's role and name": { [`roles.${person}`]: "owner", ownerId: person },
  "the owner's name alone": { ownerId: person },
  "the owner's place": {
    ownerId: person,
    ...on({ ...roles, [owner]: "writer", [person]: "owner" }),
  },
  "the whole list": { ownerId: person, ...on({ [person]: "owner" }) },
  "a member's name": { memberIds: [...new Set([...Object.keys(roles), person, "x"])] },
  "a role in a list": { [`roles.${person}`]: ["owner"] },
  "a role in a map": { [`roles.${person}`]: { owner: true } },
  "two roles in one": { [`roles.${person}`]: "writer,owner" },
  "a yes": { [`roles.${person}`]: true },
  "the role of somebody who is not there": on({
    ...roles,
    [person]: "reader",
    "x.owner": "writer",
  }),
});

describe("todos rules: who is on a list", () => {
  const removed = "order-manager" satisfies Person;
  const { as, only } = guarded("todos-list-roles", {
    ...standingLists(),
    "lists/led": shared(),
    "lists/left": shared(),
    "lists/client": shared(),
    "lists/twice": shared(on({ ...roles, [removed]: "writer" })),
  });

  for (const person of [writer, reader, stranger] as const) {
    it(`is not raised by themselves, such as ${person}`, async () => {
      for (const [what, fields] of Object.entries(raises(person))) {
        await denied(change(as(person), "lists/home", fields), what);
        const whole = { ...shared(), ...on({ ...roles, [person]: "writer" }) };
        const over = { ...whole, updatedAt: serverTimestamp(), ownerId: person };
        await denied(setDoc(doc(as(person), "lists/home"), over), `${what}, by set`);
      }
    });
  }

  it("becomes no writer by being a reader, or nobody", async () => {
    for (const person of [reader, stranger] as const) {
      const fields = { [`roles.${person}`]: "writer", memberIds: arrayUnion(person) };
      await denied(change(as(person), "lists/home", fields), person);
    }
    await denied(change(as(reader), "lists/home", { [`roles.${writer}`]: "reader" }));
  });

  it("does not come back after being taken off", async () => {
    const back = { [`roles.${removed}`]: "writer", memberIds: arrayUnion(removed) };
    await granted(change(as(owner), "lists/twice", leaves(removed)));
    await denied(getDoc(doc(as(removed), "lists/twice")));
    await denied(change(as(removed), "lists/twice", back));
    await denied(change(as(owner), "lists/twice", back));
  });

  it("is not raised by two writes of one commit", async () => {
    const path = "lists/home";
    const twice = (person: Person, one: DocumentData, other: DocumentData) => {
      const updatedAt = serverTimestamp();
      const ref = doc(as(person), path);
      return writeBatch(as(person))
        .update(ref, { ...one, updatedAt })
        .update(ref, { ...other, updatedAt })
        .commit();
    };
    const back = (person: Person, role: string) => ({
      [`roles.${person}`]: role,
      memberIds: arrayUnion(person),
    });
    await denied(twice(reader, leaves(reader), back(reader, "writer")));
    await denied(twice(writer, leaves(writer), back(writer, "owner")));
    await denied(twice(writer, { [`roles.${writer}`]: "owner" }, { ownerId: writer }));
    await denied(twice(stranger, back(stranger, "reader"), leaves(stranger)));
    const { deletedAt } = shared();
    await denied(
      writeBatch(as(writer))
        .delete(doc(as(writer), path))
        .set(doc(as(writer), path), { ...shared(), deletedAt, ownerId: writer })
        .commit(),
    );
    await granted(getDoc(doc(as(reader), path)));
  });

  describe("is for the owner to say:", () => {
    it("may do more, or less", async () => {
      for (const role of ["reader", "writer"]) {
        const fields = { [`roles.${writer}`]: role };
        await only([owner], (db) => change(db, "lists/led", fields));
      }
      for (const role of ["canary", "admin", "", "writer,reader", ["reader"]]) {
        await denied(change(as(owner), "lists/led", { [`roles.${writer}`]: role }), `${role}`);
      }
    });

    it("may own it with nobody", async () => {
      for (const person of [writer, reader]) {
        await denied(change(as(owner), "lists/led", { [`roles.${person}`]: "owner" }));
        await denied(change(as(owner), "lists/led", { ownerId: person }));
        const handed = { ...roles, [owner]: "writer", [person]: "owner" };
        await denied(change(as(owner), "lists/led", { roles: handed, ownerId: person }));
        await denied(change(as(owner), "lists/led", { roles: handed }));
      }
    });

    it("does not include themselves", async () => {
      for (const role of ["writer", "reader", "admin", null]) {
        await denied(change(as(owner), "lists/led", { [`roles.${owner}`]: role }));
      }
      await denied(change(as(owner), "lists/led", leaves(owner)));
    });

    it("does not include people who are not on it", async () => {
      const added = (person: Person) => on({ ...roles, [person]: "reader" });
      for (const person of everybody.filter((one) => !Object.hasOwn(roles, one))) {
        await denied(change(as(owner), "lists/led", added(person)), person);
      }
      const { [reader]: _, ...others } = roles;
      const swapped = on({ ...others, [stranger]: "reader" });
      await denied(change(as(owner), "lists/led", swapped));
      for (const memberIds of [
        [owner, writer, stranger],
        [owner, stranger, "x"],
      ]) {
        await denied(change(as(owner), "lists/led", { memberIds }), `${memberIds}`);
      }
    });

    it("is on it no more", async () => {
      await denied(change(as(owner), "lists/led", { [`roles.${reader}`]: deleteField() }));
      await denied(change(as(owner), "lists/led", { memberIds: arrayRemove(reader) }));
      await granted(change(as(owner), "lists/led", leaves(reader)));
      await denied(getDoc(doc(as(reader), "lists/led")));
    });
  });

  describe("may leave", () => {
    it("alone, and taking nobody along", async () => {
      const path = "lists/left";
      const both = { ...leaves(reader), ...leaves(writer), memberIds: [owner] };
      await denied(change(as(writer), path, both));
      const lowering = { ...leaves(reader), [`roles.${writer}`]: "reader" };
      await denied(change(as(reader), path, lowering));
      await denied(change(as(writer), path, leaves(reader)));
      await denied(change(as(reader), path, leaves(writer)));
      await denied(change(as(stranger), path, leaves(writer)));
      await denied(change(as(stranger), path, {}));
      await granted(change(as(writer), path, leaves(writer)));
      await denied(change(as(writer), path, leaves(writer)));
    });

    it("and not change anything else on the way out", async () => {
      const path = "lists/left";
      for (const fields of [
        { title: "Gone" },
        { archived: true },
        { deletedAt: serverTimestamp() },
        { createdAt: serverTimestamp() },
        { ownerId: reader },
        { [`roles.${owner}`]: "writer" },
      ]) {
        await denied(change(as(reader), path, { ...leaves(reader), ...fields }));
      }
      await granted(change(as(reader), path, leaves(reader)));
    });

    it("what is put aside, or in the bin", async () => {
      for (const id of ["aside", "binned"]) {
        await denied(change(as(reader), `lists/${id}`, { ...leaves(reader), title: "Gone" }));
        await granted(change(as(reader), `lists/${id}`, leaves(reader)));
        await granted(change(as(writer), `lists/${id}`, leaves(writer)));
      }
    });

    it("unless they own it", async () => {
      await denied(change(as(owner), "lists/home", leaves(owner)));
      await denied(change(as(owner), "lists/home", { ...leaves(owner), ownerId: writer }));
    });
  });
});
