/**
 * What a shop decides for itself, in one place: its currency, where it ships, for how much, and
 * which taxes it adds. Prices in the catalogue are net. The tax rates are the standard and
 * reduced VAT rates of those countries in 2026 and are an example, not advice.
 */
export const currency = "EUR";

export const taxClasses = ["standard", "reduced"] as const;
export type TaxClass = (typeof taxClasses)[number];

export const countries = ["AT", "BE", "DE", "DK", "FR", "NL"] as const;
export type Country = (typeof countries)[number];

interface Rates {
  /** Basis points (1900 is 19 %) on goods, by tax class. Shipping is taxed as standard. */
  tax: Record<TaxClass, number>;
  /** Minor units, free from a basket of `freeFrom` after discount. */
  shipping: { fee: number; freeFrom: number };
}

export const rates: Record<Country, Rates> = {
  AT: { tax: { standard: 2000, reduced: 1000 }, shipping: { fee: 690, freeFrom: 80_00 } },
  BE: { tax: { standard: 2100, reduced: 600 }, shipping: { fee: 690, freeFrom: 80_00 } },
  DE: { tax: { standard: 1900, reduced: 700 }, shipping: { fee: 490, freeFrom: 50_00 } },
  DK: { tax: { standard: 2500, reduced: 2500 }, shipping: { fee: 990, freeFrom: 120_00 } },
  FR: { tax: { standard: 2000, reduced: 550 }, shipping: { fee: 790, freeFrom: 80_00 } },
  NL: { tax: { standard: 2100, reduced: 900 }, shipping: { fee: 590, freeFrom: 60_00 } },
};
