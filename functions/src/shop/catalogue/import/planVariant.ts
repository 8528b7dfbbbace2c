import { isDeepStrictEqual } from "node:util";
import { stamp } from "../../../core/clock.ts";
import { create, update, type Write } from "../../../core/decide.ts";
import { type Availability, type Variant, variants } from "../../schema.ts";
import { enter } from "../../stock/ledger.ts";
import { EMPTY, keep, labelOf } from "../../stock/shelf.ts";
import { newVariant, variantName } from "../entries.ts";
import type { CatalogueRow } from "./row.ts";
import type { Standing } from "./standing.ts";

/** What becomes of a row's variant and its stock. */
export interface VariantPlan {
  price: number;
  active: boolean;
  /** What staff decide about the variant: all but its availability. */
  edit: "created" | "updated" | undefined;
  writes: Write[];
}

/** Brings a variant and its shelf to what the row says; what is so already is not written. */
export function planVariant(row: CatalogueRow, standing: Standing): VariantPlan {
  const current = standing.variants.get(row.sku);
  const before = current?.data();
  const { label, writes } = planStock(row, standing);
  const terms = termsOf(row, standing);
  const { price, active } = terms;
  if (!current || !before) {
    const variant = newVariant({ productId: row.product, ...terms });
    const availability = label ?? variant.availability;
    const made = create(variants.doc(row.sku), { ...variant, availability });
    return { price, active, edit: "created", writes: [made, ...writes] };
  }
  const edited = differing(before, terms);
  const changed: Partial<Variant> = {
    ...edited,
    ...(edited && { updatedAt: stamp() }),
    ...(label && differing(before, { availability: label })),
  };
  return {
    price,
    active,
    edit: edited && "updated",
    writes: Object.keys(changed).length > 0 ? [update(current, changed), ...writes] : writes,
  };
}

/** What staff decide about a variant, from the row and what stands. */
export function termsOf(row: CatalogueRow, { product, variants }: Standing) {
  const before = variants.get(row.sku)?.data();
  return {
    name: variantName(row.name, row.option),
    price: row.price,
    taxClass: row.taxClass ?? before?.taxClass ?? "standard",
    // What is new of a product that was taken off sale is not for sale until somebody says so.
    active: row.active ?? before?.active ?? product.data()?.active ?? true,
  };
}

/** The fields that are not yet so, if there are any. */
export function differing<Document extends object>(
  current: Document,
  wanted: Partial<Document>,
): Partial<Document> | undefined {
  const changed = (Object.keys(wanted) as (keyof Document)[]).filter(
    (field) => !isDeepStrictEqual(current[field], wanted[field]),
  );
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map((field) => [field, wanted[field]])) as Partial<Document>;
}

/** Receives the opening stock of a SKU that never had one, and sets when it is low. */
function planStock(
  { sku, stock, lowAt }: CatalogueRow,
  { shelves, openings }: Standing,
): { label?: Availability; writes: Write[] } {
  const shelf = shelves.get(sku);
  if (!shelf) return { writes: [] };
  const opening = openings.get(sku);
  const quantity = opening?.exists === false ? (stock ?? 0) : 0;
  const current = shelf.data() ?? EMPTY;
  const next = {
    ...current,
    onHand: current.onHand + quantity,
    lowAt: lowAt ?? current.lowAt,
  };
  if (shelf.exists && isDeepStrictEqual(next, current)) return { writes: [] };
  return {
    label: labelOf(next),
    writes: [
      keep(shelf, next),
      ...(opening && quantity > 0 ? [received(opening.id, sku, quantity)] : []),
    ],
  };
}

const received = (id: string, sku: string, onHand: number): Write =>
  enter({ sku, kind: "received", onHand, reference: id }, id);
