import {
  collection,
  type DocumentData,
  deleteDoc,
  doc,
  documentId,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  type QueryConstraint,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import { stamped, standing } from "../standing.ts";
import type { Collection, Documents, Operation, Place } from "./table.ts";

/** One thing that is tried, and who is let through. */
export interface Trial<Role extends string = string> {
  does: string;
  who: readonly (Role | "nobody")[];
  before(place: Place<Role>): Documents;
  attempt(db: Firestore, place: Place<Role>): Promise<unknown>;
}

/**
 * The five operations on a collection; and nobody is given more than a page of it, nor the same document
 * where it does not belong: below another.
 */
export function trialsOf<Role extends string>(row: Collection<Role>): Trial<Role>[] {
  const beside = (place: Place<Role>) => row.beside?.(place) ?? {};
  const there = (place: Place<Role>) => ({
    ...beside(place),
    [row.at(place)]: standing(row.document(place)),
  });
  const at = (db: Firestore, place: Place<Role>) => doc(db, row.at(place));
  const trial = (does: Operation, attempt: Trial<Role>["attempt"]): Trial<Role> => ({
    does,
    who: whoMay(row, does),
    before: does === "create" ? beside : there,
    attempt,
  });
  const { page = 50 } = row;
  const tooMuch = trial("list", (db, place) => list(db, row, place, [limit(page + 1)], []));
  const mayList = whoMay(row, "list").length > 0;
  return [
    trial("get", (db, place) => getDoc(at(db, place))),
    trial("list", (db, place) => list(db, row, place, [limit(page)])),
    ...(mayList ? [{ ...tooMuch, does: "list more than a page", who: [] }] : []),
    trial(
      "create",
      row.create?.bind(row) ?? ((db, place) => setDoc(at(db, place), written(row, place))),
    ),
    trial(
      "update",
      row.update?.bind(row) ?? ((db, place) => updateDoc(at(db, place), wished(row, place))),
    ),
    trial("delete", row.delete?.bind(row) ?? ((db, place) => deleteDoc(at(db, place)))),
    {
      does: "get it from where it does not belong",
      who: [],
      before: (place) => ({
        ...there(place),
        ...Object.fromEntries(
          astray(row.at(place)).map((path) => [path, standing(row.document(place))]),
        ),
      }),
      attempt: (db, place) => anyOf(astray(row.at(place)).map((path) => getDoc(doc(db, path)))),
    },
  ];
}

/** Paths with two names more behind each document of them: what a wildcard over several would take, too. */
function astray(path: string): string[] {
  const names = path.split("/");
  return names.flatMap((_, n) =>
    n % 2 === 1 ? [names.toSpliced(n + 1, 0, "canary", "canary").join("/")] : [],
  );
}

/** It is enough that one is let through. */
const anyOf = (attempts: Promise<unknown>[]): Promise<unknown> =>
  Promise.any(attempts).catch(({ errors: [first] }: AggregateError) => Promise.reject(first));

export const whoMay = <Role extends string>(
  { who }: Collection<Role>,
  operation: Operation,
): (Role | "nobody")[] =>
  (Object.keys(who) as (keyof typeof who)[]).filter((role) => who[role]?.includes(operation));

/** As a client writes it. */
const written = <Role extends string>(row: Collection<Role>, place: Place<Role>) =>
  stamped(row.document(place), serverTimestamp());

const wished = <Role extends string>(row: Collection<Role>, place: Place<Role>): DocumentData => ({
  ...row.wish,
  ...("updatedAt" in row.document(place) && { updatedAt: serverTimestamp() }),
});

/** By each field, and with each size: it is enough that one of these is let through. */
function list<Role extends string>(
  db: Firestore,
  row: Collection<Role>,
  place: Place<Role>,
  ...sizes: QueryConstraint[][]
): Promise<unknown> {
  const path = row.at(place);
  const folder = collection(db, path.slice(0, path.lastIndexOf("/")));
  const document = standing(row.document(place));
  const { by = [null] } = row;
  // What nobody lists isn't found by its name, either.
  const byName = where(documentId(), "==", path.slice(path.lastIndexOf("/") + 1));
  const isListed = whoMay(row, "list").length > 0;
  const bounds = [...by.map(boundBy), ...(isListed ? [] : [[byName]])];
  const ways = bounds.flatMap((bound) =>
    sizes.map((size) => getDocs(query(folder, ...bound, ...size))),
  );
  return anyOf(ways);

  /** By what the document has there; where that is people, by who asks, if they are among them. */
  function boundBy(field: string | null): QueryConstraint[] {
    if (field === null) return [];
    const value: unknown = document[field];
    if (!Array.isArray(value)) return [where(field, "==", value)];
    const one = value.find((each) => each === place.uid) ?? value[0];
    return [where(field, "array-contains", one)];
  }
}
