import { initializeTestEnvironment, type RulesTestEnvironment } from "@firebase/rules-unit-testing";
import type { Firestore } from "firebase/firestore";
import { type SetMember, settingMembers } from "../../../client/src/members.ts";
import type { Person } from "../../support/call.ts";
import { project, running } from "../../support/firestore.ts";
import { rulesText } from "../../support/rules.ts";

/**
 * For the tests of a `describe`: the database of the tests in process as an app has it, by the client
 * SDK and behind the rules; and what the client library does there as somebody.
 */
export function useApps(): {
  as: (person: Person) => Firestore;
  setMember: (by: Person, ...how: Parameters<SetMember<"writer" | "reader">>) => Promise<void>;
} {
  const known = new Map<string, Firestore>();
  let environment: RulesTestEnvironment;
  before(async () => {
    const { hostname: host, port } = new URL(`http://${running.hosts.firestore}`);
    environment = await initializeTestEnvironment({
      projectId: project,
      firestore: { host, port: Number(port), rules: rulesText },
    });
  });
  after(() => environment.cleanup());
  const as = ({ uid, token }: Person): Firestore => {
    const db =
      known.get(uid) ??
      (environment.authenticatedContext(uid, token).firestore() as unknown as Firestore);
    known.set(uid, db);
    return db;
  };
  return { as, setMember: (by, ...how) => settingMembers(as(by), "lists")(...how) };
}
