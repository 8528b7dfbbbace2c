import assert from "node:assert/strict";
import {
  denied,
  everybody,
  granted,
  guarded,
  kindOf,
  type Person,
  putRules,
  rulesText,
  shutOut,
} from "../rules.ts";
import { asRead } from "../rulesRead.ts";
import { standing } from "../standing.ts";
import type { AccessTable, Cast, Documents, Place } from "./table.ts";
import { type Trial, trialsOf } from "./trials.ts";
import { nameOf, whoDoes, whoIn } from "./words.ts";

/** A trial by one person, at a place of its own. */
interface Case<Role extends string> extends Trial<Role> {
  person: Person;
  place: Place<Role>;
}

/** The emulator keeps what rules have seen until it is given others: so many times, and no more. */
const MOST_KEPT = 1_000;

/**
 * Holds the rules to a table: everything in it is tried by everybody, as all that they may be. Who is
 * shut out of the app is tried as what they would be, and may do what somebody may who is not signed in.
 */
export function keepsToTable<Role extends string>(table: AccessTable<Role>): void {
  const { cast, collections, deeds = [] } = table;
  const casesOf = everybodyOf(cast);
  const rows = collections.map((row) => ({ row, cases: trialsOf(row).flatMap(casesOf) }));
  const tests = [
    ...rows.map(({ row, cases }) => ({ name: `${nameOf(row)} – ${whoIn(table, row)}`, cases })),
    ...deeds.map((deed) => ({
      name: `${deed.on}: ${deed.does} – ${whoDoes(table, deed)}`,
      cases: casesOf({ ...deed, before: (place) => deed.before?.(place) ?? {} }),
    })),
  ];
  const everything = tests.flatMap(({ cases }) => cases);
  const { project, asOneLike } = guarded(`${table.module}-access`, seedOf(cast, everything));

  let kept = 0;
  beforeEach(async () => {
    if (kept < MOST_KEPT) return;
    await putRules(project, rulesText);
    kept = 0;
  });

  it("is tried by everybody", () => {
    const tried = Object.values<{ people: readonly Person[] }>(cast.roles).flatMap(
      ({ people }) => people,
    );
    assert.deepEqual(new Set(tried), new Set(everybody));
  });

  it("is tried with documents that the schemas take", () => {
    for (const { row, cases } of rows) {
      for (const { place } of cases) row.schema.parse(asRead(standing(row.document(place))));
    }
  });

  for (const { name, cases } of tests) {
    it(name, async () => {
      kept += cases.length;
      const outcomes = cases.map(({ does, who, person, place, attempt }) => {
        const role = shutOut.includes(person) ? "nobody" : place.role;
        const expected = who.includes(role) ? granted : denied;
        const tried = attempt(asOneLike(person, place.uid), place);
        return expected(tried, `${does}: ${person}, as ${place.role},`);
      });
      const odd = (await Promise.allSettled(outcomes)).filter(
        ({ status }) => status === "rejected",
      );
      assert.equal(
        odd.length,
        0,
        odd.map((one) => "reason" in one && one.reason.message).join("\n"),
      );
    });
  }
}

/** Makes a case of a trial for each person, as each thing that they are. */
function everybodyOf<Role extends string>({ roles }: Cast<Role>) {
  let places = 0;
  return (trial: Trial<Role>): Case<Role>[] =>
    (Object.keys(roles) as (Role | "nobody")[]).flatMap((role) =>
      roles[role].people.map((person) => {
        const id = `p${(places++).toString(36)}`;
        return { ...trial, person, place: { id, uid: `${person}-${id}`, role } };
      }),
    );
}

const seedOf = <Role extends string>(
  { setting }: Cast<Role>,
  cases: readonly Case<Role>[],
): Documents =>
  Object.assign(
    {},
    ...cases.map(({ person, place, before }) => ({
      ...setting?.(place),
      ...before(place),
      ...kindOf(person, place.uid),
    })),
  );
