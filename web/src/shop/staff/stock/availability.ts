import type { Variant } from "kindling-client";

/** What customers are told of it, as staff say it. */
export const AVAILABILITIES: Record<
  Variant["availability"],
  readonly [name: string, tone: "good" | "warn" | "bad"]
> = {
  in_stock: ["In stock", "good"],
  low: ["Low", "warn"],
  out_of_stock: ["Sold out", "bad"],
};
