import * as tables from "../../test/access.ts";
import * as attackLists from "../../test/attacks.ts";
import { callablesTable, collectionsTable, deedsTable } from "../../test/support/access/words.ts";
import { attacksTable } from "../../test/support/attacks.ts";

/** What a command writes into a document. */
export interface Generated {
  document: string;
  /** Between `<!-- part -->` and `<!-- /part -->`; the whole of the document where none is named. */
  part?: string;
  text: () => string | Promise<string>;
}

const access = Object.entries(tables).flatMap(([module, table]): Generated[] => {
  const document = "docs/access.md";
  return [
    { document, part: `${module}Collections`, text: () => collectionsTable(table) },
    ...("deeds" in table
      ? [{ document, part: `${module}Deeds`, text: () => deedsTable(table) }]
      : []),
    { document, part: `${module}Callables`, text: () => callablesTable(table) },
  ];
});

const attacks = Object.entries(attackLists).map(
  ([module, list]): Generated => ({
    document: "docs/security.md",
    part: `${module}Attacks`,
    text: () => attacksTable(list),
  }),
);

/** Everything in the documents that is made by `npm run docs`. A test finds what is stale. */
export const generated: readonly Generated[] = [...access, ...attacks];
