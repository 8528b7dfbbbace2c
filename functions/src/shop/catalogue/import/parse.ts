import { type Fault, type Format, placeOf, quoted } from "../../../core/table/fault.ts";
import { readCsv } from "../../../core/table/readCsv.ts";
import { readJson } from "../../../core/table/readJson.ts";
import { type CatalogueRow, columns, rowOf } from "./row.ts";

/** What one commit of the import may hold: a product, and for each variant three documents. */
export const MAX_VARIANTS = 100;

/** A file as it was read: the good rows, product by product, and what is wrong with the others. */
export interface Catalogue {
  products: CatalogueRow[][];
  faults: Fault[];
}

/**
 * Reads a catalogue, one row a variant. A bad row is left out and all its faults are named: cells
 * that are not of their kind; a SKU that an earlier row has; a name, description or category other
 * than in the product's first row; more than 100 rows of one product.
 * Refuses `invalid-argument`/`unreadable` what is no table at all, with the `line`.
 */
export function parseCatalogue(format: Format, content: string): Catalogue {
  const faults: Fault[] = [];
  const table = format === "csv" ? readCsv(content, columns, faults) : readJson(content, columns);
  const skus = new Map<string, number>();
  const products = new Map<string, CatalogueRow[]>();
  for (const { line, cells } of table) {
    const row = rowOf(cells, line, faults);
    if (!row) continue;
    const rows = products.get(row.product) ?? [];
    const wrong = misfits(row, rows, skus.get(row.sku), format);
    faults.push(...wrong);
    if (wrong.length > 0) continue;
    skus.set(row.sku, line);
    products.set(row.product, [...rows, row]);
  }
  return { products: [...products.values()], faults };
}

/** What keeps a row from standing beside those before it. */
function misfits(
  row: CatalogueRow,
  rows: readonly CatalogueRow[],
  taken: number | undefined,
  format: Format,
): Fault[] {
  const fault = (field: string, message: string): Fault => ({ line: row.line, field, message });
  const faults: Fault[] = [];
  if (taken !== undefined) {
    faults.push(fault("sku", `is in ${placeOf(format, taken)} already: a SKU is in one row`));
  }
  for (const field of ["name", "description", "category"] as const) {
    const first = rows.find((other) => other[field] !== undefined);
    if (!first || row[field] === undefined || row[field] === first[field]) continue;
    const said = quoted(first[field] ?? "");
    const message = `is ${said} in ${placeOf(format, first.line)}: say the same of a product in all its rows`;
    faults.push(fault(field, message));
  }
  if (rows.length >= MAX_VARIANTS) faults.push(fault("product", tooMany));
  return faults;
}

export const tooMany = `has more than ${MAX_VARIANTS} variants: make another product of the rest`;
