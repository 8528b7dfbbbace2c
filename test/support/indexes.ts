import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { declared, declaredIndexes, nameOf, usageOf } from "../../dev/indexes.ts";
import { root } from "../../dev/paths.ts";
import { running } from "./firestore.ts";

/** The indexes that are declared for these collections, wherever those are. */
export const listed = (...collections: string[]): string[] =>
  declaredIndexes
    .filter(({ collectionGroup }) => collections.includes(collectionGroup))
    .map(nameOf)
    .sort();

/** The indexes of collections for which no module's test calls `listed`: nobody needs them. */
export function unclaimed(): string[] {
  const tests = globSync(join(root, "test/*/indexes.test.ts"));
  const claimed = tests.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\blisted\(([^)]*)\)/g)].flatMap(
      ([, words = ""]) => words.match(/\w+/g) ?? [],
    ),
  );
  return declaredIndexes
    .filter(({ collectionGroup }) => !claimed.includes(collectionGroup))
    .map(nameOf);
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
  const before = new Map(await countsOf(project));
  await work();
  const after = await countsOf(project);
  return after
    .filter(([name, queries]) => queries > (before.get(name) ?? 0))
    .map(([name]) => name)
    .sort();
}

/** How many queries have needed which index so far. */
const countsOf = async (project: string): Promise<[name: string, queries: number][]> =>
  (await usageOf(running.hosts.firestore, project)).map(({ index, queries }) => [
    nameOf(index),
    queries,
  ]);
