import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentData } from "firebase/firestore/lite";
import { root } from "../../../dev/paths.ts";
import type { SiteRole } from "../../../functions/src/content/team/schema.ts";
import { denied, granted, guarded, type Person } from "../../support/rules.ts";
import { accessTable, operations } from "../access.ts";
import type { Operation, Place, Role } from "../support/access/operation.ts";
import { site, team } from "../support/rulesDocuments.ts";

/** Who is of the team of the site that is their own. */
const members: Partial<Record<Person, SiteRole>> = {
  customer: "owner",
  "other-customer": "editor",
  "inventory-manager": "author",
  "order-manager": "contributor",
  "forged-admin": "reader",
  "shut-out": "editor",
  "signed-out": "author",
};

/** What everybody is to a site of whose team they are not. */
const strangers: Partial<Record<Person, Role>> = {
  nobody: "nobody",
  guest: "unconfirmed",
  unverified: "unconfirmed",
  admin: "visitor",
  "shut-out": "nobody",
  "signed-out": "nobody",
};

const people = [...new Set([...Object.keys(members), ...Object.keys(strangers)])] as Person[];

/** The rest of the team, at either site. */
const rest = { "a-member": "contributor", another: "contributor" } as const;

const sides = {
  "their own site": {
    roleOf: (person: Person): Role => strangers[person] ?? members[person] ?? "visitor",
    roles: { ...members, ...rest },
  },
  "another's site": {
    roleOf: (person: Person): Role => strangers[person] ?? "visitor",
    roles: { "an-owner": "owner", ...rest },
  },
} as const;

const cases = Object.entries(sides).flatMap(([side, { roleOf, roles }], n) =>
  operations.map((operation, index) => ({
    side,
    operation,
    roleOf,
    roles: roles as Record<string, SiteRole>,
    siteId: `s-${n}-${index}`,
  })),
);

const seed: Record<string, DocumentData> = {};
for (const { operation, roles, siteId } of cases) {
  seed[`sites/${siteId}`] = site(operation.site);
  seed[`siteTeams/${siteId}`] = team(roles);
  for (const uid of people) Object.assign(seed, operation.before?.({ siteId, uid }));
}

const who = ({ who: all }: Operation) => (all.length === 0 ? "nobody" : all.join(", "));

describe("content rules: who may do what at a site", function () {
  this.timeout(60_000);
  const { as } = guarded("content-matrix", seed);
  /** What became of each attempt, by case and person. */
  const attempts = new Map<string, Promise<unknown>>();

  // All people at once, each one thing after the other: writes of one client that are under way when
  // another of its writes is refused are sent again.
  before(() => {
    for (const person of people) {
      let last: Promise<unknown> = Promise.resolve();
      for (const { operation, siteId } of cases) {
        const place: Place = { siteId, uid: person };
        const attempt = last.then(() => operation.attempt(as(person), place));
        last = attempt.catch(() => {});
        attempts.set(`${siteId}/${person}`, attempt);
      }
    }
  });

  const attemptOf = (siteId: string, person: Person): Promise<unknown> =>
    attempts.get(`${siteId}/${person}`) ?? assert.fail("It was not tried.");

  it("is shown in docs/access.md as it is", () => {
    const document = readFileSync(join(root, "docs/access.md"), "utf8");
    const [, after = ""] = document.split("<!-- contentAccess -->");
    const [shown = ""] = after.split("<!-- /contentAccess -->");
    assert.ok(
      shown.trim() === accessTable(),
      `Between its marks it must say:\n\n${accessTable()}\n`,
    );
  });

  for (const { side, operation, roleOf, siteId } of cases) {
    it(`${side}, ${operation.on}: ${operation.does} — ${who(operation)}`, () =>
      Promise.all(
        people.map((person) => {
          const role = roleOf(person);
          const expected = operation.who.includes(role) ? granted : denied;
          return expected(attemptOf(siteId, person), `${person}, ${role}`);
        }),
      ));
  }
});
