import * as z from "zod";
import { moneyParser } from "../../../core/money.ts";
import { MAX_AMOUNT, slug } from "../../../core/schema.ts";
import { currency } from "../../rates.ts";
import { Product, Variant } from "../../schema.ts";
import { variantName } from "../entries.ts";
import { type Fault, quoted } from "./fault.ts";

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

export const columns = Object.keys(CatalogueRow.shape);
export const requiredColumns = ["product", "name", "category", "sku", "price"];

/** Reads the cells of one row, whole or not at all: what is wrong goes to `faults`. */
export function rowOf(cells: unknown, line: number, faults: Fault[]): CatalogueRow | undefined {
  const { data, error } = CatalogueRow.safeParse(cells);
  if (data) return { ...data, line };
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      const message = `is not a column: they are ${columns.join(", ")}`;
      faults.push(...issue.keys.map((key) => ({ line, field: key.slice(0, 60), message })));
    } else if (issue.path.length === 0) {
      faults.push({
        line,
        field: "row",
        message: 'must be an object: { "product": …, "name": …, … }',
      });
    } else {
      const field = String(issue.path[0]);
      faults.push({ line, field, message: `${issue.message}${found(cells, field)}` });
    }
  }
  return undefined;
}

function found(cells: unknown, field: string): string {
  const value = new Map(Object.entries(Object(cells))).get(field);
  const words = typeof value === "number" ? String(value) : value;
  return typeof words === "string" && words !== "" ? `, not ${quoted(words)}` : "";
}
