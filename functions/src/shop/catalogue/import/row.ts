import * as z from "zod";
import { moneyParser } from "../../../core/money.ts";
import { MAX_AMOUNT, slug } from "../../../core/schema.ts";
import type { Columns } from "../../../core/table/columns.ts";
import type { Fault } from "../../../core/table/fault.ts";
import { readRow } from "../../../core/table/readRow.ts";
import { currency } from "../../rates.ts";
import { Product, Variant } from "../../schema.ts";
import { variantName } from "../entries.ts";

/** What a CSV file has in every cell, and JSON may have as well. */
const cell = z
  .union([z.string(), z.number(), z.boolean(), z.null()], "must be text, a number, true or false")
  .optional()
  .transform((value) => String(value ?? "").trim());

/** An empty cell says nothing. */
const stated = cell.transform((value) => (value === "" ? undefined : value));

const MAX_PIECES = 1_000_000;
const pieces = stated.pipe(
  z
    .string()
    .refine(
      (value) => /^\d{1,7}$/.test(value) && Number(value) <= MAX_PIECES,
      `must be a whole number from 0 to ${MAX_PIECES}`,
    )
    .transform(Number)
    .optional(),
);

const amountOf = moneyParser(currency);
const price = cell.transform((value, context) => {
  const amount = amountOf(value);
  if (amount !== undefined && amount <= MAX_AMOUNT) return amount;
  context.addIssue("must be an amount from 0 to a million, like 12.90: digits and decimals alone");
  return z.NEVER;
});

/**
 * A row of a catalogue: one variant, and what it says of its product. Of an optional column that is
 * empty or not there, what stands is kept, and what is new gets the default.
 */
const CatalogueRow = z
  .strictObject({
    product: cell.pipe(slug),
    name: cell.pipe(Product.shape.name),
    description: stated.pipe(Product.shape.description.optional()),
    category: cell.pipe(Product.shape.category),
    sku: cell.pipe(slug),
    /** Behind the product's name: "250 g", "moss"; empty where there is only one. */
    option: cell,
    /** Minor units. */
    price,
    taxClass: stated.pipe(Variant.shape.taxClass.optional()),
    active: stated
      .transform((value) => value?.toLowerCase())
      .pipe(
        z
          .enum(["true", "false"], "must be true or false")
          .transform((value) => value === "true")
          .optional(),
      ),
    /** Pieces a new SKU begins with: received once, ever. */
    stock: pieces,
    lowAt: pieces,
  })
  .superRefine(({ name, option }, context) => {
    // A name that is wrong by itself is named already.
    if (!Product.shape.name.safeParse(name).success) return;
    const { error } = Variant.shape.name.safeParse(variantName(name, option));
    for (const { message } of error?.issues ?? []) {
      context.addIssue({
        code: "custom",
        path: ["option"],
        message: `"name, option" ${message}`,
      });
    }
  });
export type CatalogueRow = z.output<typeof CatalogueRow> & { line: number };

export const columns: Columns = {
  names: Object.keys(CatalogueRow.shape),
  required: ["product", "name", "category", "sku", "price"],
  maxRows: 50_000,
};

/** Reads the cells of one row, whole or not at all: what is wrong goes to `faults`. */
export function rowOf(cells: unknown, line: number, faults: Fault[]): CatalogueRow | undefined {
  const row = readRow(CatalogueRow, cells, line, faults);
  return row && { ...row, line };
}
