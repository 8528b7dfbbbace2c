import { type Cart, MAX_LINES, MAX_QUANTITY } from "../schema.ts";

type Lines = Cart["lines"];

/**
 * Two carts in one: of what is in both the larger quantity, since it is likely to be the same
 * wish. What does not fit any more is left out, of the second one.
 */
export function mergeCarts(first: Lines = {}, second: Lines = {}): Lines {
  const merged = new Map(Object.entries(first));
  for (const [sku, quantity] of Object.entries(second)) {
    if (!merged.has(sku) && merged.size >= MAX_LINES) continue;
    merged.set(sku, Math.min(Math.max(merged.get(sku) ?? 0, quantity), MAX_QUANTITY));
  }
  return Object.fromEntries(merged);
}
