import { type Firestore, terminate } from "firebase/firestore";
import { type SetMember, settingMembers } from "../../../client/src/members.ts";
import type { Person } from "../../support/call.ts";
import { idToken, openFirestore } from "../../support/databases.ts";
import { project } from "../../support/firestore.ts";
import { putRules, rulesText } from "../../support/rules.ts";

/**
 * For the tests of a `describe`: the database of the tests in process as an app has it, by the client
 * SDK and behind the rules; and what the client library does there as somebody.
 */
export function useApps(): {
  as: (person: Person) => Firestore;
  setMember: (by: Person, ...how: Parameters<SetMember<"writer" | "reader">>) => Promise<void>;
} {
  const known = new Map<string, Firestore>();
  before(() => putRules(project, rulesText));
  after(() => Promise.all([...known.values()].map(terminate)));
  const as = ({ uid, token }: Person): Firestore => {
    const db = known.get(uid) ?? openFirestore(project, idToken(project, uid, token));
    known.set(uid, db);
    return db;
  };
  return { as, setMember: (by, ...how) => settingMembers(as(by), "lists")(...how) };
}
