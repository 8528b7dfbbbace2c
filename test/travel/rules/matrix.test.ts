import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentData } from "firebase/firestore/lite";
import { root } from "../../../dev/paths.ts";
import { claimsOf, guarded, type Person } from "../../support/rules.ts";
import { asRead } from "../../support/rulesArbitraries.ts";
import { SERVER_TIME, wire } from "../../support/rulesWire.ts";
import {
  accessTable,
  nameOf,
  type Operation,
  operations,
  type Role,
  type Row,
  roles,
  rows,
} from "../access.ts";
import { host, type Stay, traveller } from "../support/rulesDocuments.ts";
import { folderOf, listsBy } from "../support/rulesQueries.ts";

/** What everybody is to what is another's. */
const strangers: Record<Person, Role> = {
  nobody: "nobody",
  customer: "another",
  "other-customer": "another",
  unverified: "unconfirmed",
  guest: "unconfirmed",
  "inventory-manager": "another",
  "order-manager": "orderManager",
  admin: "orderManager",
  "disabled-manager": "another",
  "unverified-admin": "unconfirmed",
  "forged-admin": "another",
  "shut-out": "nobody",
  "shut-out-admin": "nobody",
  "signed-out": "nobody",
};

/** Whose stays there are, who else is tried there, and what they are to them. */
const sides: Record<string, { of: Omit<Stay, "id">; roles: Partial<Record<Person, Role>> }> = {
  "their own": {
    of: { traveller, host },
    roles: { ...strangers, [traveller]: "traveller", [host]: "host" },
  },
  "their own, without a verified address": {
    of: { traveller: "guest", host: "unverified" },
    roles: { guest: "traveller", unverified: "host" },
  },
  "another's": {
    of: { traveller: "a-traveller", host: "a-host" },
    roles: { [traveller]: "another", [host]: "another" },
  },
  "of people who are shut out": {
    of: { traveller: "shut-out", host: "signed-out" },
    roles: { "shut-out": "nobody", "signed-out": "nobody" },
  },
};

const cases = Object.entries(sides).flatMap(([side, { of, roles: people }], n) =>
  rows.map((row, index) => ({ side, row, people, stay: { id: `stay-${n}-${index}`, ...of } })),
);

const seed: Record<string, DocumentData> = Object.fromEntries(
  cases.map(({ row, stay }) => [row.at(stay), row.document(stay)]),
);

const who = ({ who: all }: Row): string =>
  roles.flatMap((role) => (all[role] ? `${role} ${all[role].join("/")}` : [])).join(", ");

/** As a client writes it: with the server's time, where there is one. */
const stamped = (document: DocumentData): DocumentData =>
  Object.fromEntries(
    Object.entries(document).map(([field, value]) => [
      field,
      /^(created|updated)At$/.test(field) ? SERVER_TIME : value,
    ]),
  );

describe("travel rules: who may do what", () => {
  const { project } = guarded("travel-matrix", seed);
  const { get, create, update, remove } = wire(project, claimsOf);
  const listed = listsBy(wire(project, claimsOf));

  /** In each of the ways, and it is enough that one is let through. */
  const list = async (uid: string | undefined, { by }: Row, path: string): Promise<boolean> => {
    const ways = by.map((field) =>
      listed(uid, folderOf(path), field === null ? {} : { where: [field, seed[path]?.[field]] }),
    );
    return (await Promise.all(ways)).includes(true);
  };

  const attempt = (operation: Operation, person: Person, row: Row, stay: Stay) => {
    const uid = person === "nobody" ? undefined : person;
    const path = row.at(stay);
    const updatedAt = "updatedAt" in row.document(stay) && { updatedAt: SERVER_TIME };
    const own = { ...stay, traveller: person, host: person };
    return {
      get: () => get(uid, path),
      list: () => list(uid, row, path),
      create: () => create(uid, `${path}-of-${person}`, stamped(row.document(own))),
      update: () => update(uid, path, { ...row.wish, ...updatedAt }),
      delete: () => remove(uid, path),
    }[operation]();
  };

  it("is shown in docs/access.md as it is", () => {
    const document = readFileSync(join(root, "docs/access.md"), "utf8");
    const [, after = ""] = document.split("<!-- travelAccess -->");
    const [shown = ""] = after.split("<!-- /travelAccess -->");
    assert.ok(
      shown.trim() === accessTable(),
      `Between its marks it must say:\n\n${accessTable()}\n`,
    );
  });

  it("is tried with documents that the schemas take", () => {
    for (const { row, stay } of cases) row.schema.parse(asRead(row.document(stay)));
  });

  for (const { side, row, people, stay } of cases) {
    it(`${side}, ${nameOf(row)}: ${who(row) || "nobody"}`, async () => {
      const tried = Object.entries(people) as [Person, Role][];
      const odd = tried.flatMap(([person, role]) =>
        operations.map(async (operation) => {
          const may = row.who[role]?.includes(operation) ?? false;
          const did = await attempt(operation, person, row, stay);
          return did === may
            ? []
            : [`${person}, ${role}: ${operation} was ${did ? "" : "not "}let through`];
        }),
      );
      assert.deepEqual((await Promise.all(odd)).flat(), []);
    });
  }
});
