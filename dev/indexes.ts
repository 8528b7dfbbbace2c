import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";

// The emulator demands no index; production refuses a query without its own.

type Scope = "COLLECTION" | "COLLECTION_GROUP";
type Order = "ASCENDING" | "DESCENDING";

interface IndexedField {
  fieldPath: string;
  order?: Order;
  arrayConfig?: "CONTAINS";
}

/** As firestore.indexes.json has it. */
export interface Index {
  collectionGroup: string;
  queryScope: Scope;
  fields: IndexedField[];
}

interface FieldOverride {
  collectionGroup: string;
  fieldPath: string;
  indexes: (Omit<IndexedField, "fieldPath"> & { queryScope: Scope })[];
}

export const declared: { indexes: Index[]; fieldOverrides: FieldOverride[] } = JSON.parse(
  readFileSync(join(root, "firestore.indexes.json"), "utf8"),
);

/** All that are declared but those that each field has by itself, within one collection. */
export const declaredIndexes: readonly Index[] = [
  ...declared.indexes,
  ...declared.fieldOverrides.flatMap(({ collectionGroup, fieldPath, indexes }) =>
    indexes
      .filter(({ queryScope }) => queryScope === "COLLECTION_GROUP")
      .map(({ queryScope, ...how }) => ({
        collectionGroup,
        queryScope,
        fields: [{ fieldPath, ...how }],
      })),
  ),
];

/** "tasks everywhere, createdBy ASCENDING" */
export const nameOf = ({ collectionGroup, queryScope, fields }: Index): string =>
  [
    queryScope === "COLLECTION" ? collectionGroup : `${collectionGroup} everywhere`,
    ...withoutUsualName(fields).map(
      ({ fieldPath, order, arrayConfig }) => `${fieldPath} ${order ?? arrayConfig}`,
    ),
  ].join(", ");

/** Each index ends with the document's name, in the order of the field before it if nothing else is said. */
export function withoutUsualName(fields: readonly IndexedField[]): readonly IndexedField[] {
  const [before, last] = [fields.at(-2), fields.at(-1)];
  const isUsual = last?.fieldPath === "__name__" && last.order === (before?.order ?? "ASCENDING");
  return isUsual ? fields.slice(0, -1) : fields;
}

/** An index that queries have needed, and how many of them. */
export interface Usage {
  index: Index;
  queries: number;
}

/**
 * What the queries made to a project of the emulator's at `host` have needed so far, beside what each
 * field has by itself. It keeps that when the documents are cleared or the rules change; queries that
 * the rules refused are not in it.
 */
export async function usageOf(host: string, project: string): Promise<Usage[]> {
  const path = `emulator/v1/projects/${project}:indexUsage?database=projects/${project}/databases/(default)`;
  const answer = await fetch(`http://${host}/${path}`);
  if (!answer.ok) throw new Error(`The emulator answered ${answer.status}.`);
  const { reports = [] } = (await answer.json()) as {
    reports?: {
      index: { name: string; queryScope: Scope; fields: IndexedField[] };
      numQueries: string;
    }[];
  };
  return reports.map(({ index: { name, queryScope, fields }, numQueries }) => {
    const [, collectionGroup = ""] = /collectionGroups\/([^/]+)\//.exec(name) ?? [];
    return { index: { collectionGroup, queryScope, fields }, queries: Number(numQueries) };
  });
}
