import { type CatalogueFilter, keywordsOf, type Product } from "kindling-client";

/** What somebody looks for, as it stands in the page's address. Prices as they are typed, in euros. */
export interface Wish {
  words: string;
  category: string;
  from: string;
  to: string;
}

type AddressQuery = Readonly<Record<string, string>>;

export const wishOf = ({ q, category, from, to }: AddressQuery): Wish => ({
  words: q ?? "",
  category: category ?? "",
  from: from ?? "",
  to: to ?? "",
});

export function pathOf({ words, category, from, to }: Wish): string {
  const named = Object.entries({ q: words.trim(), category, from, to });
  const query = new URLSearchParams(named.filter(([, value]) => value !== ""));
  return query.size === 0 ? "/shop" : `/shop?${query}`;
}

/** What of it the catalogue itself looks for: the first of the words. */
export function filterOf({ words, category, from, to }: Wish): CatalogueFilter {
  const [keyword] = keywordsOf(words);
  const [minPrice, maxPrice] = [centsOf(from), centsOf(to)];
  return {
    ...(category !== "" && { category }),
    ...(keyword !== undefined && { keyword }),
    ...(minPrice !== undefined && { minPrice }),
    ...(maxPrice !== undefined && { maxPrice }),
  };
}

/** Whether a product that the catalogue has found has the other words, too. */
export const isMeant = ({ keywords }: Product, { words }: Wish): boolean =>
  keywordsOf(words).every((word) => keywords.includes(word));

const centsOf = (euros: string): number | undefined => {
  const cents = Math.round(Number(euros) * 100);
  return euros === "" || !Number.isFinite(cents) ? undefined : cents;
};
