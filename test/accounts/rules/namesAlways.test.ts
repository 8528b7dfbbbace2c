import assert from "node:assert/strict";
import fc from "fast-check";
import { doc, type Firestore, serverTimestamp, writeBatch } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import { namesIn } from "../support/names.ts";
import { claim, profile } from "../support/rulesDocuments.ts";

const people = ["one", "two", "three"];
const names = ["ada", "berta", "cleo", "dora", "edda", "flora"];
const spellings = [...names, "ADA", "Berta"];

/** What somebody puts into a commit: a profile, claims and ends of claims, right or wrong. */
interface Attempt {
  who: string;
  /** In whose profile: their own, mostly. */
  whose: string;
  /** The name that the profile bears then; null leaves the profile alone. */
  bears: string | null;
  /** For whom each of the names is claimed; null ends a claim, undefined leaves it alone. */
  claims: (string | null | undefined)[];
  /** Makes instead what claims the rules demand, so that not all is refused. */
  rightly: boolean;
}

const attempts: fc.Arbitrary<Attempt> = fc
  .record({
    who: fc.constantFrom(...people),
    other: fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...people) },
    ),
    bears: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...spellings) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    claims: fc.array(fc.constantFrom(null, ...people, ...Array(9).fill(undefined)), {
      minLength: names.length,
      maxLength: names.length,
    }),
    rightly: fc.constantFrom(true, true, false),
  })
  .map(({ other, ...attempt }) => ({ ...attempt, whose: other ?? attempt.who }));

/** Who bears which name, as it is spelt, and for whom each name is claimed. */
interface World {
  borne: ReadonlyMap<string, string>;
  claimed: ReadonlyMap<string, string>;
}

type Claims = [name: string, to: string | null][];

function claimsOf({ who, bears, claims, rightly }: Attempt, { borne, claimed }: World): Claims {
  if (!rightly || bears === null) {
    return names.flatMap((name, n): Claims => {
      const to = claims[n];
      return to === undefined ? [] : [[name, to]];
    });
  }
  const [former, latter] = [borne.get(who)?.toLowerCase(), bears.toLowerCase()];
  const made: Claims = claimed.get(latter) === who ? [] : [[latter, who]];
  return former === undefined || former === latter ? made : [...made, [former, null]];
}

/** The world after a commit that is right; nothing, if it is wrong. */
function after({ who, whose, bears }: Attempt, claims: Claims, world: World): World | undefined {
  const borne = new Map(world.borne);
  const claimed = new Map(world.claimed);
  if (bears !== null) borne.set(whose, bears);
  for (const [name, to] of claims) {
    if (to === null) claimed.delete(name);
    else claimed.set(name, to);
  }
  const [former, latter] = [world.borne.get(who)?.toLowerCase(), borne.get(who)?.toLowerCase()];
  const isClaimed = ([name, to]: Claims[number]) =>
    to === null
      ? world.claimed.get(name) === who && latter !== name
      : to === who && !world.claimed.has(name) && latter === name;
  const isBorne =
    whose === who &&
    claimed.get(latter ?? "") === who &&
    (former === undefined || former === latter || !claimed.has(former));
  return claims.every(isClaimed) && (bears === null || isBorne) ? { borne, claimed } : undefined;
}

/** The seed is fixed, so that what fails once fails again. */
const runs = { numRuns: 30, seed: 20261123 };

describe("accounts rules: names, whatever is put into a commit,", () => {
  const guards = guarded("names-always");
  const { asNewcomer } = guards;

  const put = async (db: Firestore, attempt: Attempt, claims: Claims, { borne }: World) => {
    const { whose, bears } = attempt;
    const batch = writeBatch(db);
    const at = doc(db, `users/${whose}`);
    if (bears !== null) {
      if (borne.has(whose)) batch.update(at, { username: bears, updatedAt: serverTimestamp() });
      else batch.set(at, profile({ username: bears }));
    }
    for (const [name, to] of claims) {
      const path = doc(db, `usernames/${name}`);
      if (to === null) batch.delete(path);
      else batch.set(path, claim(to));
    }
    await batch.commit();
  };

  it("are each one person's, and each person's one: what is right is let through, and nothing else", async () => {
    const dbs = new Map(people.map((uid) => [uid, asNewcomer(uid)]));
    let world: World = { borne: new Map(), claimed: new Map() };
    let [tried, taken] = [0, 0];
    const kept = fc.asyncProperty(
      fc.array(attempts, { minLength: 10, maxLength: 20 }),
      async (all) => {
        for (const attempt of all) {
          const claims = claimsOf(attempt, world);
          if (attempt.bears === null && claims.length === 0) continue;
          const db = dbs.get(attempt.who) ?? assert.fail();
          const next = after(attempt, claims, world);
          const outcome = await put(db, attempt, claims, world).then(
            () => "taken",
            ({ code }) => code,
          );
          tried++;
          if (next) taken++;
          const seen = JSON.stringify({ attempt, claims, borne: [...world.borne] });
          assert.equal(outcome, next ? "taken" : "permission-denied", seen);
          world = next ?? world;
        }
      },
    );
    await fc.assert(kept, runs);
    assert.ok(taken > tried / 6 && taken < tried * 0.8, `${taken} of ${tried} were taken`);
    await namesIn(guards);
  });
});
