import assert from "node:assert/strict";
import { collection, getDocs } from "firebase/firestore/lite";
import { openLite } from "../../support/databases.ts";
import type { GuardedDatabase } from "../../support/rules.ts";

/**
 * Who has which name, by uid. Fails unless each profile's name is claimed for it, and each claim's
 * owner bears the name.
 */
export async function namesIn({
  project,
}: Pick<GuardedDatabase, "project">): Promise<Map<string, string>> {
  const server = openLite(project, "owner");
  const [people, claims] = await Promise.all([
    getDocs(collection(server, "users")),
    getDocs(collection(server, "usernames")),
  ]);
  const borne = people.docs.map((one): [string, string] => [one.id, one.data().username]);
  const claimed = claims.docs.map((one) => `${one.id} of ${one.data().uid}`);
  assert.deepEqual(
    claimed.toSorted(),
    borne.map(([uid, name]) => `${name.toLowerCase()} of ${uid}`).toSorted(),
  );
  return new Map(borne);
}
