import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Firestore as AppFirestore, terminate } from "firebase/firestore";
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
  updateDoc,
  writeBatch,
} from "firebase/firestore/lite";
import { root } from "../../dev/paths.ts";
import * as emulator from "../../dev/rules/emulator.ts";
import { type Claims, idToken, openFirestore, openLite, type Token } from "./databases.ts";
import { clearFirestore, projects, running } from "./firestore.ts";
import { keepRecording, noteTest, record, stopRecording } from "./recording.ts";
import { explained, noteRefusals } from "./refusals.ts";

export const rulesText = readFileSync(join(root, "firestore.rules"), "utf8");

/** When everybody signed in, in seconds since 1970. */
const SIGNED_IN = 1_767_225_600;

const verified: Claims = { email_verified: true, auth_time: SIGNED_IN };

/** Everybody the rules tell apart, and what their ID token claims. The name is the uid, too. */
const tokens = {
  nobody: undefined,
  customer: verified,
  "other-customer": verified,
  unverified: { email_verified: false },
  guest: { firebase: { sign_in_provider: "anonymous" } },
  "inventory-manager": verified,
  "order-manager": verified,
  admin: verified,
  "disabled-manager": { ...verified, role: "inventory_manager" },
  "unverified-admin": { ...verified, email_verified: false },
  "forged-admin": { ...verified, role: "admin", admin: true },
  "canary-manager": verified,
  "shut-out": verified,
  "shut-out-admin": verified,
  "signed-out": verified,
} satisfies Record<string, Claims | undefined>;
export type Person = keyof typeof tokens;

/** What the ID token of somebody claims; of somebody new, that they have a verified address. */
export const claimsOf = (uid: string): Claims =>
  (tokens as Record<string, Claims | undefined>)[uid] ?? verified;

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
  // A role that no rule knows.
  "staff/canary-manager": { role: "canary", disabled: false },
};

const account = { disabled: false, validAfter: 0, email: null, seenSince: 0 };
const accountDocuments = {
  "accounts/other-customer": { ...account, validAfter: SIGNED_IN - 1 },
  "accounts/signed-out": { ...account, validAfter: SIGNED_IN },
  "accounts/shut-out": { ...account, disabled: true },
  "accounts/shut-out-admin": { ...account, disabled: true },
};
/** By path. */
type Documents = Record<string, DocumentData>;

/** What stands in every guarded database. */
const peopleDocuments: Documents = { ...staffDocuments, ...accountDocuments };

/** Documents of one commit: the SDK takes ever longer for each that there is in it. */
const SEED_PAGE = 100;

/** What stands in the database of somebody else who is as `person` is. */
export const kindOf = (person: Person, uid: string): Documents =>
  Object.fromEntries(
    ["staff", "accounts"].flatMap((folder) => {
      const document = peopleDocuments[`${folder}/${person}`];
      return document ? [[`${folder}/${uid}`, document]] : [];
    }),
  );

/** A database behind firestore.rules, with the staff, the accounts and some documents in it. */
export interface GuardedDatabase<Db = Firestore> {
  project: string;
  as(person: Person): Db;
  /** As somebody new, who has a verified address. */
  asNewcomer(uid: string): Db;
  /** As somebody else of the same kind: what says so of them (`kindOf`) is among the documents. */
  asOneLike(person: Person, uid: string): Db;
  /** Exactly these people are let through; everybody else is denied, of those who try. */
  only(people: readonly Person[], attempt: Attempt<Db>, who?: readonly Person[]): Promise<void>;
  /** Exactly these people get the document at `path` and list, by pages, the collection it is in. */
  readBy(people: readonly Person[], path: string): Promise<void>;
  /** Nobody changes or deletes the document at `path`, or creates one beside it. */
  writtenByNobody(path: string): Promise<void>;
  /** Nobody gets or lists the document at `path`, creates one beside it, changes or deletes it. */
  closed(path: string): Promise<void>;
}

export type Attempt<Db = Firestore> = (db: Db, person: Person) => Promise<unknown>;

/**
 * Puts `documents` behind the rules before the tests of the suite that calls it. `theme` is the
 * suite's own: a project has one set of rules and one record of what they were asked.
 */
export const guarded = (theme: string, documents: Documents = {}): GuardedDatabase =>
  guard(theme, documents, openLite);

/** The same for what apps do: by their SDK, which listens, keeps what it reads and queues what it writes. */
export function guardedApp(
  theme: string,
  documents: Documents = {},
): GuardedDatabase<AppFirestore> {
  const opened: AppFirestore[] = [];
  after(() => Promise.all(opened.map(terminate)));
  return guard(theme, documents, (project, token) => {
    const db = openFirestore(project, token);
    opened.push(db);
    return db;
  });
}

function guard<Db>(
  theme: string,
  documents: Documents,
  open: (project: string, token: Token) => Db,
): GuardedDatabase<Db> {
  const project = `demo-rules-${theme}-${process.pid}`;
  const all = { ...peopleDocuments, ...documents };

  before(async () => {
    projects.add(project);
    record(project);
    await putRules(project, rulesText);
    await seed(openLite(project, "owner"), Object.entries(all));
  });

  beforeEach(function () {
    noteTest(project, this.currentTest?.fullTitle() ?? "");
  });

  after(async () => {
    keepRecording(project, theme);
    await clearFirestore(project);
    // The emulator keeps every value that rules have seen, until it is given others.
    await putRules(project, emulator.NO_RULES);
  });

  const tokenOf = (person: Person, uid: string = person) =>
    tokens[person] && idToken(project, uid, tokens[person]);
  const as = remembered((person) => open(project, tokenOf(person)));
  const asked = remembered((person) => openLite(project, tokenOf(person)));
  const only = onlyThrough(as);

  return {
    project,
    as,
    asNewcomer: (uid) => open(project, idToken(project, uid, verified)),
    asOneLike: (person, uid) => open(project, tokenOf(person, uid)),
    only,
    ...blanket(onlyThrough(asked), all),
  };
}

async function seed(server: Firestore, documents: [path: string, DocumentData][]): Promise<void> {
  for (let n = 0; n < documents.length; n += SEED_PAGE) {
    const batch = writeBatch(server);
    for (const [path, document] of documents.slice(n, n + SEED_PAGE)) {
      batch.set(doc(server, path), document);
    }
    await batch.commit();
  }
}

function remembered<Db>(open: (person: Person) => Db): (person: Person) => Db {
  const known = new Map<Person, Db>();
  return (person) => {
    const db = known.get(person) ?? open(person);
    known.set(person, db);
    return db;
  };
}

const onlyThrough =
  <Db>(as: (person: Person) => Db): GuardedDatabase<Db>["only"] =>
  async (people, attempt, who = everybody) => {
    const outcomes = who.map((person) => {
      const expected = people.includes(person) ? granted : denied;
      return expected(attempt(as(person), person), person);
    });
    await Promise.all(outcomes);
  };

/** What is said of a whole collection, or of a whole document. */
const blanket = (
  only: GuardedDatabase["only"],
  documents: Documents,
): Pick<GuardedDatabase, "readBy" | "writtenByNobody" | "closed"> => ({
  async readBy(people, path) {
    const folder = folderOf(path);
    await only(people, (db) => getDoc(doc(db, path)));
    await only(people, (db) => getDocs(query(collection(db, folder), limit(50))));
    await only([], (db) => getDocs(query(collection(db, folder), limit(51))));
    await only([], (db) => getDocs(collection(db, folder)));
    await only([], (db) => getDoc(doc(db, `${path}/canary/canary`)));
  },
  async writtenByNobody(path) {
    const document = documents[path];
    assert.ok(document, `nothing stands at ${path}`);
    await only([], (db, person) => setDoc(doc(db, `${folderOf(path)}/by-${person}`), document));
    await only([], (db) => setDoc(doc(db, path), document));
    await only([], (db) => updateDoc(doc(db, path), { canary: true }));
    await only([], (db) => deleteDoc(doc(db, path)));
    await only([], (db) => setDoc(doc(db, `${path}/canary/canary`), document));
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
});

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));

/** The rules let it through. Where they don't, it says which of their lines and expressions denied it. */
export async function granted<T>(attempt: Promise<T>, who = "somebody"): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    assert.fail(`${who} was denied: ${await explained(error)}`);
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

/** Gives a project its rules, forgetting what the former ones were asked. Answers what is odd. */
export function putRules(project: string, content: string): Promise<emulator.Issue[]> {
  noteRefusals(project, content);
  if (content !== rulesText) stopRecording(project);
  return emulator.putRules(running.hosts.firestore, project, content);
}
