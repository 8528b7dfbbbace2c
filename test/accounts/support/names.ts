import assert from "node:assert/strict";
import { getDocs, limit, query } from "firebase/firestore";
import { accountsDocuments } from "../../../client/src/accounts.ts";
import type { GuardedDatabase } from "../../support/rules.ts";

/**
 * Who has which name, by uid. Fails unless each profile's name is claimed for it, and each claim's
 * owner bears the name.
 */
export async function namesIn({ as }: Pick<GuardedDatabase, "as">): Promise<Map<string, string>> {
  const { profiles, usernames } = accountsDocuments(as("admin"));
  const [people, claims] = await Promise.all([
    getDocs(query(profiles, limit(50))),
    getDocs(query(usernames, limit(50))),
  ]);
  const borne = people.docs.map((one) => [one.id, one.data().username] as const);
  const claimed = claims.docs.map((one) => `${one.id} of ${one.data().uid}`);
  assert.deepEqual(
    claimed.toSorted(),
    borne.map(([uid, name]) => `${name.toLowerCase()} of ${uid}`).toSorted(),
  );
  return new Map(borne);
}
