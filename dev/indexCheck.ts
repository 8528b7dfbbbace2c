import type { Check } from "./checks.ts";
import {
  declared,
  declaredIndexes,
  type Index,
  nameOf,
  usageOf,
  withoutUsualName,
} from "./indexes.ts";

/**
 * Holds what the queries made to these projects of the emulator's needed against firestore.indexes.json.
 * An index that is missing fails; one that no query needed is only remarked on. The emulator names an index
 * for each query, also where production could do with several smaller ones: it does not tell those apart.
 */
export const indexCheck = (host: string, projects: readonly string[]): Check => ({
  name: "indexes",
  async passes() {
    const usage = await Promise.all(projects.map((project) => usageOf(host, project)));
    const { missing, unused } = compare(usage.flat().map(({ index }) => index));
    for (const index of unused) console.log(`  no query of the tests needs ${nameOf(index)}`);
    for (const index of missing) console.log(asked(index));
    return missing.length === 0;
  },
});

/** What is needed and not declared, and what is declared and not needed; each once. */
export function compare(
  needed: readonly Index[],
  listed: readonly Index[] = declaredIndexes,
): { missing: Index[]; unused: Index[] } {
  const wanted = new Map(needed.map((index) => [nameOf(index), index]));
  const there = new Map(listed.map((index) => [nameOf(index), index]));
  const beyond = (some: Map<string, Index>, others: Map<string, Index>) =>
    [...some].filter(([name]) => !others.has(name)).map(([, index]) => index);
  return { missing: beyond(wanted, there), unused: beyond(there, wanted) };
}

/** What a query wants, and what to paste into firestore.indexes.json for it. */
export function asked(index: Index): string {
  const { list, entry } = entryOf(index);
  const text = JSON.stringify(entry, null, 2).replace(/^/gm, "    ");
  return `  a query needs ${nameOf(index)}: add to "${list}" in firestore.indexes.json\n${text}`;
}

function entryOf(index: Index): { list: keyof typeof declared; entry: object } {
  const { collectionGroup, queryScope } = index;
  const fields = withoutUsualName(index.fields);
  const [only, ...more] = fields;
  if (!only || more.length > 0) {
    return { list: "indexes", entry: { collectionGroup, queryScope, fields } };
  }
  const { fieldPath, ...how } = only;
  const standing = declared.fieldOverrides.find(
    (field) => field.collectionGroup === collectionGroup && field.fieldPath === fieldPath,
  );
  // What is said of a field replaces what it has by itself.
  const indexes = [...(standing?.indexes ?? usual), { ...how, queryScope }];
  return { list: "fieldOverrides", entry: { collectionGroup, fieldPath, indexes } };
}

/** What each field has by itself. */
const usual = [
  { order: "ASCENDING", queryScope: "COLLECTION" },
  { order: "DESCENDING", queryScope: "COLLECTION" },
  { arrayConfig: "CONTAINS", queryScope: "COLLECTION" },
];
