import { useEffect } from "preact/hooks";
import type { Quote } from "./quote.ts";

/** What this device has shown of something in the cart: a cart itself knows no names and no prices. */
export interface Shown {
  name: string;
  productId: string;
  /** Empty where only its quote was shown. */
  category: string;
  /** Of one, in minor units, when it was put into the cart. */
  price: number;
}

const KEY = "kindling.shop.shown";
const MOST = 100;

/** Notes what somebody saw when they put it into the cart. */
export function noteShown(sku: string, shown: Shown): void {
  const others = Object.entries(allShown()).filter(([other]) => other !== sku);
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify(Object.fromEntries([[sku, shown], ...others].slice(0, MOST))),
    );
  } catch {
    // Then the cart does not tell of other prices, and the quote still has the right ones.
  }
}

export const shownOf = (sku: string): Shown | undefined => allShown()[sku];

/** Notes the lines of a quote that this device did not know: those that another has put in. */
export function useNoted(quote: Quote | undefined): void {
  useEffect(() => {
    for (const { sku, name, productId, price } of quote?.lines ?? []) {
      if (!shownOf(sku)) noteShown(sku, { name, productId, price, category: "" });
    }
  }, [quote]);
}

function allShown(): Record<string, Shown | undefined> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Record<string, Shown>;
  } catch {
    return {};
  }
}
