import assert from "node:assert/strict";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import * as backend from "../../../functions/src/index.ts";
import { callWith } from "../call.ts";
import { everyDocument } from "../everything.ts";
import { clearFirestore } from "../firestore.ts";
import { type Caller, everybody, levels } from "./callers.ts";
import { reasonsOf } from "./reasons.ts";
import type { AccessTable, Callable } from "./table.ts";

/** Holds the callables of a module to a table: whom they let in, and what they refuse. */
export function keepsToCallables({ callables }: AccessTable): void {
  let callers: Record<string, Caller>;
  before(async () => {
    await clearFirestore();
    callers = await everybody();
  });

  for (const [name, row] of Object.entries(callables)) {
    it(`${name} lets in: ${whom(row)}`, async () => {
      for (const [who, caller] of Object.entries(callers)) {
        assert.equal(await outcomeOf(name, row, caller), expected(row, caller), who);
      }
    });

    it(`${name} refuses for the reasons that its code leads to, and no others`, () => {
      const said = row.refuses.map((reason) => reason.split(" ", 1)[0] ?? "");
      const known = [...said, ...(row.never ?? []), ...OF_STAFF];
      const found = [...reasonsOf(name), ...OF_STAFF];
      assert.deepEqual([...new Set(found)].sort(), [...new Set(known)].sort());
    });
  }

  it("whoever is turned away leaves nothing behind", async () => {
    const left = (await everyDocument()).map(({ path }) => path);
    assert.deepEqual(
      left.filter((path) => !/^(accounts|staff)\//.test(path)),
      [],
    );
  });
}

const whom = ({ access, recentSignIn }: Callable): string =>
  `${typeof access === "string" ? access : access.join(", ")}${recentSignIn ? ", just signed in" : ""}`;

/** What is asked of staff again inside, and answered as at the door. */
const OF_STAFF = ["not-staff", "wrong-role", "disabled"];

/** What comes of a call with a field that is none: whoever gets past the door hears of that. */
const outcomeOf = (name: string, { input }: Callable, { person }: Caller): Promise<unknown> =>
  callWith<Promise<unknown>>(callableOf(name), person, { ...input, canary: true }).then(
    () => "let through",
    (error) => (isOfCanary(error.details) ? LET_IN : reasonOf(error)),
  );

const LET_IN = "let in";

const isOfCanary = ({ reason, fields = [] }: { reason: string; fields?: { field: string }[] }) =>
  reason === "invalid-input" && fields.some(({ field }) => field === "canary");

function expected({ access, recentSignIn }: Callable, { from, why, role, isStale }: Caller) {
  const level = levels.indexOf(typeof access === "string" ? access : "staff");
  const isOutside = from !== undefined && level >= levels.indexOf(from);
  const hasRole = role !== undefined && access.includes(role);
  if (isOutside && !hasRole) return why;
  return recentSignIn && isStale ? "recent-sign-in-required" : LET_IN;
}

const groups: Record<string, Record<string, unknown>> = backend;

function callableOf(name: string): never {
  const [group = "", verb = ""] = name.split("-");
  return groups[group]?.[verb] as never;
}
