import { initializeApp } from "firebase/app";
import {
  collection,
  collectionGroup,
  connectFirestoreEmulator,
  type DocumentData,
  deleteDoc,
  doc,
  type Firestore,
  type FirestoreError,
  getDoc,
  getDocs,
  getFirestore,
  limit,
  orderBy,
  type QueryConstraint,
  query,
  serverTimestamp,
  setDoc,
  setLogLevel,
  Timestamp,
  updateDoc,
  type WhereFilterOp,
  where,
} from "firebase/firestore/lite";

// The SDK logs every refusal.
setLogLevel("silent");

export const METHODS = ["get", "list", "create", "update", "set", "delete"] as const;

/** What an app asks of the database, by the words of its SDK. */
export interface AppRequest {
  method: (typeof METHODS)[number];
  /** Of the document; of the collection, if it is a list. */
  path: string;
  /** JSON: the document, or the fields that are changed. */
  content: string;
  /** "active == true" */
  where: readonly string[];
  /** "priceFrom", "priceFrom desc" */
  order: readonly string[];
  limit: number | undefined;
  /** In all collections of the name that `path` is. */
  everywhere: boolean;
}

/** What an app does with its database. */
type Work = (db: Firestore) => Promise<unknown>;

/**
 * Makes a request to a project of the emulator's at `host`, as whom the ID token is of. Answers what the
 * emulator says where the rules deny it.
 */
export async function make(
  work: Work,
  host: string,
  project: string,
  token: string | undefined,
): Promise<string | undefined> {
  try {
    await work(open(host, project, token));
  } catch (error) {
    const { code, message } = error as FirestoreError;
    if (code === "permission-denied") return message;
    // The rules come first: what they let through may fail by what there is.
    if (code !== "not-found" && code !== "already-exists") throw error;
  }
  return undefined;
}

function open(host: string, projectId: string, token: string | undefined): Firestore {
  const { hostname, port } = new URL(`http://${host}`);
  const db = getFirestore(initializeApp({ projectId }, projectId));
  connectFirestoreEmulator(db, hostname, Number(port), token ? { mockUserToken: token } : {});
  return db;
}

/** Throws where the words are no request. */
export function workOf(request: AppRequest): Work {
  const { method, path, content } = request;
  switch (method) {
    case "get":
      return (db) => getDoc(doc(db, path));
    case "list": {
      const constraints = constraintsOf(request);
      const all = request.everywhere ? collectionGroup : collection;
      return (db) => getDocs(query(all(db, path), ...constraints));
    }
    case "delete":
      return (db) => deleteDoc(doc(db, path));
    default: {
      const fields = read(content) as DocumentData;
      return method === "update"
        ? (db) => updateDoc(doc(db, path), fields)
        : (db) => setDoc(doc(db, path), fields);
    }
  }
}

const constraintsOf = (request: AppRequest): QueryConstraint[] => [
  ...request.where.map(boundOf),
  ...request.order.map((words) => {
    const [field = "", direction] = words.split(" ");
    return orderBy(field, direction === "desc" ? "desc" : "asc");
  }),
  ...(request.limit === undefined ? [] : [limit(request.limit)]),
];

function boundOf(words: string): QueryConstraint {
  const [, field = "", operator = "", value = ""] =
    /^(\S+) (==|!=|<=?|>=?|in|not-in|array-contains|array-contains-any) (.+)$/.exec(words) ?? [];
  if (!field) throw new Error(`"${words}" is no bound: say it as in "active == true".`);
  return where(field, operator as WhereFilterOp, read(value));
}

/** A value in JSON, or a word; "@now" is the server's time, "@2026-12-24T18:00:00Z" a moment. */
function read(text: string): unknown {
  try {
    return JSON.parse(text, (_, value) => (typeof value === "string" ? momentOr(value) : value));
  } catch (error) {
    if (/^[[{"]/.test(text)) throw new Error(`${text} is no JSON: ${(error as Error).message}`);
    return momentOr(text);
  }
}

function momentOr(word: string): unknown {
  if (word === "@now") return serverTimestamp();
  const moment = /^@\d{4}-\d\d-\d\dT/.test(word) ? new Date(word.slice(1)) : undefined;
  return moment ? Timestamp.fromDate(moment) : word;
}
