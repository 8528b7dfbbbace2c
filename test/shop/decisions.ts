import { alike, type Decisions } from "../../dev/prove/decisions/decisions.ts";

/** What decides here without asking a database: `npm run prove -- decisions` makes mutants of it. */
export const decisions: Decisions = {
  "shop/priceOrder.ts": {
    equivalents: [
      ...alike(
        "There is an amount of each line: only the types don't know.",
        "const amount = amounts[index] ?? 0;",
        "const amount = amounts[index];",
        "const amount = amounts[index] ?? 1;",
      ),
      ...alike(
        "There is a share of each line: only the types don't know.",
        "tax: percentOf(amount - (shares[index] ?? 0), tax[variant.taxClass]),",
        "tax: percentOf(amount - (shares[index]), tax[variant.taxClass]),",
        "tax: percentOf(amount - (shares[index] ?? 1), tax[variant.taxClass]),",
      ),
    ],
  },
  "shop/coupons.ts": {
    names: ["discountOf", "isLeft"],
    equivalents: alike(
      "Only who has a coupon in hand gets so far.",
      "const own = inHand?.redemption.data()?.uses ?? 0;",
      "const own = inHand.redemption.data()?.uses ?? 0;",
    ),
  },
  "shop/guest/mergeCarts.ts": {
    equivalents: alike(
      "No quantity is less than 1.",
      "merged.set(sku, Math.min(Math.max(merged.get(sku) ?? 0, quantity), MAX_QUANTITY));",
      "merged.set(sku, Math.min(Math.max(merged.get(sku) ?? 1, quantity), MAX_QUANTITY));",
    ),
  },
  "shop/order/states.ts": {},
  "shop/order/parcels.ts": {
    equivalents: [
      ...alike(
        "Each SKU is there once.",
        "const left = from.find((pieces) => pieces.sku === sku)?.quantity ?? 0;",
        "const left = from.findLast((pieces) => pieces.sku === sku)?.quantity ?? 0;",
      ),
      ...alike(
        "What is taken where there was none is left out either way.",
        "for (const { sku, quantity } of taken) left.set(sku, (left.get(sku) ?? 0) - quantity);",
        "for (const { sku, quantity } of taken) left.set(sku, (left.get(sku)) - quantity);",
        "for (const { sku, quantity } of taken) left.set(sku, (left.get(sku) ?? 1) - quantity);",
      ),
    ],
  },
  "shop/stock/shelf.ts": { names: ["sellable", "labelOf", "changed"] },
};
