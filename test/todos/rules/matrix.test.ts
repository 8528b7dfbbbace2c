import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentData } from "firebase/firestore/lite";
import { root } from "../../../dev/paths.ts";
import { everybody, guarded, type Person, shutOut } from "../../support/rules.ts";
import {
  accessTable,
  type Operation,
  operations,
  type Place,
  type Role,
  sharedBy,
} from "../access.ts";

/** What everybody is to a list; who is not named is nothing to it. Some are shut out of the whole app. */
const sides = {
  "their own list": {
    customer: "owner",
    "other-customer": "writer",
    guest: "writer",
    unverified: "reader",
    "shut-out": "writer",
    "signed-out": "writer",
  },
  "another's list": {
    "inventory-manager": "owner",
    "order-manager": "writer",
    "forged-admin": "reader",
    "shut-out-admin": "reader",
  },
} satisfies Record<string, Partial<Record<Person, Role>>>;

type Side = keyof typeof sides;

/** Who does not try here: they are strangers on the other list, too, or shut out of both. */
const elsewhere: Record<Side, readonly Person[]> = {
  "their own list": ["shut-out-admin"],
  "another's list": [
    "nobody",
    "admin",
    "disabled-manager",
    "unverified-admin",
    "shut-out",
    "signed-out",
  ],
};

/** For each operation, on either side, a list for each person, and in it what it takes. */
const cases = Object.entries(sides).flatMap(([side, people]) =>
  operations.map((operation, index) => {
    const key = `${index}-${side === "their own list" ? "own" : "other"}`;
    const placeOf = (uid: string): Place => ({
      listId: `${key}-${uid}`,
      uid,
      ownListId: `own-${key}-${uid}`,
    });
    return {
      side: side as Side,
      who: everybody.filter((person) => !elsewhere[side as Side].includes(person)),
      people: people as Partial<Record<Person, Role>>,
      operation,
      placeOf,
    };
  }),
);

const seed: Record<string, DocumentData> = {};
for (const { people, who, operation, placeOf } of cases) {
  for (const person of who) {
    const place = placeOf(person);
    seed[`lists/${place.listId}`] = sharedBy(people, operation.fields);
    seed[`lists/${place.ownListId}`] = sharedBy({ [person]: "writer" });
    for (const [path, document] of Object.entries(operation.below?.(place) ?? {})) {
      seed[`lists/${place.listId}/${path}`] = document;
    }
  }
}

const allowed = ({ who }: Operation, people: Partial<Record<Person, Role>>): Person[] =>
  everybody.filter(
    (person) => !shutOut.includes(person) && who.includes(people[person] ?? "anybody else"),
  );

describe("todos rules: who may do what with a list", function () {
  this.timeout(60_000);
  const { only } = guarded("todos-matrix", seed);

  it("is shown in docs/access.md as it is", () => {
    const document = readFileSync(join(root, "docs/access.md"), "utf8");
    const [, after = ""] = document.split("<!-- todosAccess -->");
    const [shown = ""] = after.split("<!-- /todosAccess -->");
    assert.ok(
      shown.trim() === accessTable(),
      `Between its marks it must say:\n\n${accessTable()}\n`,
    );
  });

  for (const { side, people, who, operation, placeOf } of cases) {
    const may = operation.who.length === 0 ? "nobody" : operation.who.join(", ");
    it(`${side}, ${operation.on}: ${operation.does} — ${may}`, () =>
      only(
        allowed(operation, people),
        (db, person) => operation.attempt(db, placeOf(person)),
        who,
      ));
  }
});
