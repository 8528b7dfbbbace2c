import { stamp } from "../../../core/clock.ts";
import { create, update, type Write } from "../../../core/decide.ts";
import type { Fault } from "../../../core/table/fault.ts";
import { newProduct, worded } from "../entries.ts";
import { MAX_VARIANTS, tooMany } from "./parse.ts";
import { differing, planVariant, type VariantPlan } from "./planVariant.ts";
import type { CatalogueRow } from "./row.ts";
import type { Standing } from "./standing.ts";

/** What is to be done about the rows of one product, in one commit of at most 301 writes. */
export interface ProductPlan {
  writes: Write[];
  faults: Fault[];
  /** Rows: by what becomes of their variant, its stock and what they say of the product. */
  created: number;
  updated: number;
  unchanged: number;
  /** Raises the product's lowest price or takes it off sale: see `applyProduct`. */
  narrows: boolean;
}

/**
 * Brings a product and its variants to what the rows say. What the rows don't say stays as it is,
 * variants that they don't name too, and what is so already is not written. The product is for sale
 * while one of its variants is, and its `priceFrom` is the lowest price among those (while none
 * is: a price that none of them is below).
 *
 * A row whose SKU is another product's, or that would be the product's 101st variant, is a fault.
 */
export function planProduct(rows: readonly CatalogueRow[], standing: Standing): ProductPlan {
  const { good, faults } = admitted(rows, standing);
  const [first] = good;
  if (!first) {
    return { writes: [], faults, created: 0, updated: 0, unchanged: 0, narrows: false };
  }
  const plans = good.map((row) => planVariant(row, standing));
  const { product, reworded, narrows } = planOwn(good, plans, standing);
  const count = (kind: string) => plans.filter((plan) => kindOf(plan, reworded) === kind).length;
  return {
    writes: [...product, ...plans.flatMap(({ writes }) => writes)],
    faults,
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    narrows,
  };
}

function kindOf({ edit, writes }: VariantPlan, reworded: boolean): string {
  if (edit === "created") return edit;
  return reworded || writes.length > 0 ? "updated" : "unchanged";
}

/** The product itself. */
function planOwn(
  rows: readonly CatalogueRow[],
  plans: readonly VariantPlan[],
  { product, variants }: Standing,
): { product: Write[]; reworded: boolean; narrows: boolean } {
  const before = product.data();
  const text = worded({
    name: rows[0]!.name,
    description:
      rows.find(({ description }) => description)?.description ?? before?.description ?? "",
    category: rows[0]!.category,
  });
  const named = new Set(rows.map(({ sku }) => sku));
  const others = ownOf(rows[0]!.product, variants).filter(({ sku }) => !named.has(sku));
  const all = [...plans, ...others];
  const forSale = all.filter(({ active }) => active);
  const priceFrom =
    forSale.length > 0
      ? lowestOf(forSale)
      : Math.min(lowestOf(all), before?.priceFrom ?? lowestOf(all));
  const active = forSale.length > 0;
  if (!before) {
    const made = create(product.ref, newProduct(text, priceFrom, active));
    return { product: [made], reworded: true, narrows: false };
  }
  const changed = differing(before, { ...text, priceFrom, active });
  // Written along with each of its variants, so that the commit fails if it was taken off sale or
  // its lowest price raised in the meantime.
  const held = plans.some(({ edit }) => edit !== undefined);
  return {
    product: changed || held ? [update(product, { ...changed, updatedAt: stamp() })] : [],
    reworded: differing(before, text) !== undefined,
    narrows: before.priceFrom < priceFrom || (before.active && !active),
  };
}

const lowestOf = (priced: readonly { price: number }[]): number =>
  Math.min(...priced.map(({ price }) => price));

const ownOf = (productId: string, variants: Standing["variants"]) =>
  [...variants.values()].flatMap((found) => {
    const variant = found.data();
    return variant?.productId === productId ? [{ sku: found.id, ...variant }] : [];
  });

function admitted(rows: readonly CatalogueRow[], { variants }: Standing) {
  const faults: Fault[] = [];
  let size = ownOf(rows[0]?.product ?? "", variants).length;
  const good = rows.filter(({ line, product, sku }) => {
    const current = variants.get(sku)?.data();
    if (current?.productId === product) return true;
    if (current) {
      const owner = `is a variant of ${current.productId}: a SKU stays with its product`;
      faults.push({ line, field: "sku", message: owner });
      return false;
    }
    if (++size <= MAX_VARIANTS) return true;
    faults.push({ line, field: "product", message: tooMany });
    return false;
  });
  return { good, faults };
}
