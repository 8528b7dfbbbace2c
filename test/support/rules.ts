import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  initializeTestEnvironment,
  type RulesTestEnvironment,
  type TokenOptions,
} from "@firebase/rules-unit-testing";
import {
  collection,
  type DocumentData,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  setLogLevel,
  updateDoc,
  writeBatch,
} from "firebase/firestore";
import { root } from "../../dev/paths.ts";
import { clearFirestore, running } from "./firestore.ts";

// The SDK logs every refusal.
setLogLevel("silent");

export const rulesText = readFileSync(join(root, "firestore.rules"), "utf8");

/** They are read in a moment; all of ours take the emulator a third of a second. */
const NO_RULES =
  'rules_version = "2"; service cloud.firestore { match /none/{id} { allow read: if false; } }';

/** When everybody signed in, in seconds since 1970. */
const SIGNED_IN = 1_767_225_600;

const verified: TokenOptions = { email_verified: true, auth_time: SIGNED_IN };

/** Everybody the rules tell apart, and what their ID token claims. The name is the uid, too. */
const tokens = {
  nobody: undefined,
  customer: verified,
  "other-customer": verified,
  unverified: { email_verified: false },
  guest: { provider_id: "anonymous", firebase: { sign_in_provider: "anonymous" } },
  "inventory-manager": verified,
  "order-manager": verified,
  admin: verified,
  "disabled-manager": { ...verified, role: "inventory_manager" },
  "unverified-admin": { ...verified, email_verified: false },
  "forged-admin": { ...verified, role: "admin", admin: true },
  "shut-out": verified,
  "shut-out-admin": verified,
  "signed-out": verified,
} satisfies Record<string, TokenOptions | undefined>;
export type Person = keyof typeof tokens;

/** What the ID token of somebody claims; of somebody new, that they have a verified address. */
export const claimsOf = (uid: string): TokenOptions =>
  (tokens as Record<string, TokenOptions | undefined>)[uid] ?? verified;

export const everybody = Object.keys(tokens) as Person[];
/** Their tokens are still good; what the server keeps of their accounts says otherwise. */
export const shutOut: readonly Person[] = ["shut-out", "shut-out-admin", "signed-out"];
export const signedIn = everybody.filter(
  (person) => person !== "nobody" && !shutOut.includes(person),
);
export const inventoryManagers: readonly Person[] = ["inventory-manager", "admin"];
export const orderManagers: readonly Person[] = ["order-manager", "admin"];

const staffDocuments = {
  "staff/inventory-manager": { role: "inventory_manager", disabled: false },
  "staff/order-manager": { role: "order_manager", disabled: false },
  "staff/admin": { role: "admin", disabled: false },
  "staff/unverified-admin": { role: "admin", disabled: false },
  "staff/disabled-manager": { role: "inventory_manager", disabled: true },
  "staff/shut-out-admin": { role: "admin", disabled: false },
};

const account = { disabled: false, validAfter: 0, email: null, seenSince: 0 };
const accountDocuments = {
  "accounts/other-customer": { ...account, validAfter: SIGNED_IN - 1 },
  "accounts/signed-out": { ...account, validAfter: SIGNED_IN },
  "accounts/shut-out": { ...account, disabled: true },
  "accounts/shut-out-admin": { ...account, disabled: true },
};
/** What stands in every guarded database. */
const peopleDocuments: Record<string, DocumentData> = { ...staffDocuments, ...accountDocuments };

/** Documents of one commit: the SDK takes ever longer for each that there is in it. */
const SEED_PAGE = 100;

/** A database behind firestore.rules, with the staff, the accounts and some documents in it. */
export interface GuardedDatabase {
  project: string;
  as(person: Person): Firestore;
  /** As somebody new, who has a verified address. */
  asNewcomer(uid: string): Firestore;
  /** Exactly these people are let through; everybody else is denied, of those who try. */
  only(people: readonly Person[], attempt: Attempt, who?: readonly Person[]): Promise<void>;
  /** Exactly these people get the document at `path` and list, by pages, the collection it is in. */
  readBy(people: readonly Person[], path: string): Promise<void>;
  /** Nobody changes or deletes the document at `path`, or creates one beside it. */
  writtenByNobody(path: string): Promise<void>;
  /** Nobody gets or lists the document at `path`, creates one beside it, changes or deletes it. */
  closed(path: string): Promise<void>;
}

export type Attempt = (db: Firestore, person: Person) => Promise<unknown>;

/**
 * Puts `documents` behind the rules before the tests of the suite that calls it. `theme` is the
 * suite's own: a project has one set of rules and one record of what they were asked.
 */
export function guarded(
  theme: string,
  documents: Record<string, DocumentData> = {},
): GuardedDatabase {
  const project = `demo-rules-${theme}-${process.pid}`;
  const known = new Map<Person, Firestore>();
  let environment: RulesTestEnvironment;

  before(async () => {
    const { hostname: host, port } = new URL(`http://${running.hosts.firestore}`);
    environment = await initializeTestEnvironment({
      projectId: project,
      firestore: { host, port: Number(port), rules: rulesText },
    });
    await environment.withSecurityRulesDisabled(async (context) => {
      const db = context.firestore() as unknown as Firestore;
      const all = Object.entries({ ...peopleDocuments, ...documents });
      for (let n = 0; n < all.length; n += SEED_PAGE) {
        const batch = writeBatch(db);
        for (const [path, document] of all.slice(n, n + SEED_PAGE)) {
          batch.set(doc(db, path), document);
        }
        await batch.commit();
      }
    });
  });

  after(async () => {
    await environment.cleanup();
    await clearFirestore(project);
    // The emulator keeps every value that rules have seen, until it is given others.
    await putRules(project, NO_RULES);
  });

  const as = (person: Person): Firestore => {
    const db = known.get(person) ?? connect(environment, person, tokens[person]);
    known.set(person, db);
    return db;
  };
  const only: GuardedDatabase["only"] = async (people, attempt, who = everybody) => {
    const outcomes = who.map((person) => {
      const expected = people.includes(person) ? granted : denied;
      return expected(attempt(as(person), person), person);
    });
    await Promise.all(outcomes);
  };

  return {
    project,
    as,
    asNewcomer: (uid) => connect(environment, uid, verified),
    only,
    async readBy(people, path) {
      const folder = folderOf(path);
      await only(people, (db) => getDoc(doc(db, path)));
      await only(people, (db) => getDocs(query(collection(db, folder), limit(50))));
      await only([], (db) => getDocs(query(collection(db, folder), limit(51))));
      await only([], (db) => getDocs(collection(db, folder)));
    },
    async writtenByNobody(path) {
      const document = { ...peopleDocuments, ...documents }[path];
      assert.ok(document, `nothing stands at ${path}`);
      await only([], (db, person) => setDoc(doc(db, `${folderOf(path)}/by-${person}`), document));
      await only([], (db) => setDoc(doc(db, path), document));
      await only([], (db) => updateDoc(doc(db, path), { canary: true }));
      await only([], (db) => deleteDoc(doc(db, path)));
    },
    async closed(path) {
      const document = { uid: "customer", active: true };
      await Promise.all([
        only([], (db) => getDoc(doc(db, path))),
        only([], (db) => getDocs(query(collection(db, folderOf(path)), limit(1)))),
        only([], (db, person) => setDoc(doc(db, folderOf(path), `by-${person}`), document)),
        only([], (db) => updateDoc(doc(db, path), document)),
        only([], (db) => deleteDoc(doc(db, path))),
      ]);
    },
  };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));

function connect(
  environment: RulesTestEnvironment,
  uid: string,
  token: TokenOptions | undefined,
): Firestore {
  const context = token
    ? environment.authenticatedContext(uid, token)
    : environment.unauthenticatedContext();
  return context.firestore() as unknown as Firestore;
}

/** The rules let it through. */
export async function granted<T>(attempt: Promise<T>, who = "somebody"): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    assert.fail(`${who} was denied: ${error}`);
  }
}

/** How the emulator says that a rule ran into a limit: of expressions, or of look-ups. */
const GAVE_UP = /maximum of|Service call error/;

/** The rules refuse it, and not because they gave up: a limit would also refuse what is right. */
export async function denied(
  attempt: Promise<unknown>,
  who = "somebody",
  gaveUp = GAVE_UP,
): Promise<void> {
  const error: { code?: unknown; message?: string } = await attempt.then(
    () => assert.fail(`${who} was let through`),
    (failure) => failure,
  );
  assert.equal(error.code, "permission-denied", `${who}: ${error}`);
  assert.doesNotMatch(error.message ?? "", gaveUp);
}

/** A remark of the emulator's on rules that it nevertheless took. */
export interface Issue {
  description: string;
  severity: string;
  sourcePosition: { line: number; column: number };
}

/** Gives a project its rules, forgetting what the former ones were asked. Answers what is odd. */
export async function putRules(project: string, content: string): Promise<Issue[]> {
  const answer = await fetch(
    `http://${running.hosts.firestore}/emulator/v1/projects/${project}:securityRules`,
    {
      method: "PUT",
      body: JSON.stringify({ rules: { files: [{ name: "firestore.rules", content }] } }),
    },
  );
  if (!answer.ok) throw new Error(`The emulator refused the rules: ${await answer.text()}`);
  const { issues = [] } = (await answer.json()) as { issues?: Issue[] };
  return issues;
}
