import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../dev/paths.ts";
import { running } from "./firestore.ts";

// The emulator demands no index; production refuses a query without its own.

type Scope = "COLLECTION" | "COLLECTION_GROUP";

interface Field {
  fieldPath: string;
  order?: string;
  arrayConfig?: string;
}

interface Declared {
  indexes: { collectionGroup: string; queryScope: Scope; fields: Field[] }[];
  fieldOverrides: {
    collectionGroup: string;
    fieldPath: string;
    indexes: { queryScope: Scope; order?: string; arrayConfig?: string }[];
  }[];
}

const declared: Declared = JSON.parse(readFileSync(join(root, "firestore.indexes.json"), "utf8"));

interface Index {
  collection: string;
  /** "tasks everywhere, createdBy ASCENDING" */
  name: string;
}

const named = (collection: string, scope: Scope, fields: readonly Field[]): Index => ({
  collection,
  name: [
    scope === "COLLECTION" ? collection : `${collection} everywhere`,
    ...fields
      .filter(({ fieldPath }) => fieldPath !== "__name__")
      .map(({ fieldPath, order, arrayConfig }) => `${fieldPath} ${order ?? arrayConfig}`),
  ].join(", "),
});

/** All that are declared but those that each field has by itself, within one collection. */
const all: Index[] = [
  ...declared.indexes.map(({ collectionGroup, queryScope, fields }) =>
    named(collectionGroup, queryScope, fields),
  ),
  ...declared.fieldOverrides.flatMap(({ collectionGroup, fieldPath, indexes }) =>
    indexes
      .filter(({ queryScope }) => queryScope === "COLLECTION_GROUP")
      .map((index) => named(collectionGroup, "COLLECTION_GROUP", [{ fieldPath, ...index }])),
  ),
];

/** The indexes that are declared for these collections, wherever those are. */
export const listed = (...collections: string[]): string[] =>
  all
    .filter(({ collection }) => collections.includes(collection))
    .map(({ name }) => name)
    .sort();

/** The indexes of collections for which no module's test calls `listed`: nobody needs them. */
export function unclaimed(): string[] {
  const tests = globSync(join(root, "test/*/indexes.test.ts"));
  const claimed = tests.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\blisted\(([^)]*)\)/g)].flatMap(
      ([, words = ""]) => words.match(/\w+/g) ?? [],
    ),
  );
  return all.filter(({ collection }) => !claimed.includes(collection)).map(({ name }) => name);
}

/**
 * The fields that are indexed in all collections of a name, and within one not as any other field is:
 * what `fieldOverrides` says of a field replaces what it has by itself.
 */
export const onlyEverywhere = (): string[] =>
  declared.fieldOverrides
    .filter(({ indexes }) => {
      const within = indexes.filter(({ queryScope }) => queryScope === "COLLECTION");
      const orders = within.map(({ order }) => order);
      const isUsual = orders.includes("ASCENDING") && orders.includes("DESCENDING");
      return indexes.length > within.length && !isUsual;
    })
    .map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`);

/** The indexes that the queries of `work`, made to a project of the emulator's, need in production. */
export async function needed(project: string, work: () => Promise<unknown>): Promise<string[]> {
  const before = new Map(await usageOf(project));
  await work();
  const after = await usageOf(project);
  return after
    .filter(([name, queries]) => queries > (before.get(name) ?? 0))
    .map(([name]) => name)
    .sort();
}

/** How many queries have needed which index so far. */
async function usageOf(project: string): Promise<[name: string, queries: number][]> {
  const path = `emulator/v1/projects/${project}:indexUsage?database=projects/${project}/databases/(default)`;
  const answer = await fetch(`http://${running.hosts.firestore}/${path}`);
  if (!answer.ok) throw new Error(`The emulator answered ${answer.status}.`);
  const { reports = [] } = (await answer.json()) as {
    reports?: { index: { name: string; queryScope: Scope; fields: Field[] }; numQueries: string }[];
  };
  return reports.map(({ index: { name, queryScope, fields }, numQueries }) => {
    const [, collection = ""] = /collectionGroups\/([^/]+)\//.exec(name) ?? [];
    return [named(collection, queryScope, fields).name, Number(numQueries)];
  });
}
