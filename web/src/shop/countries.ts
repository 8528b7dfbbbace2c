import type { Address } from "kindling-client";

export type Country = Address["country"];

const codes: readonly Country[] = ["AT", "BE", "DE", "DK", "FR", "NL"];
const names = new Intl.DisplayNames(navigator.language, { type: "region" });

export const nameOfCountry = (code: Country): string => names.of(code) ?? code;

/** Where the shop sends to, for a `Select`. */
export const countries: readonly (readonly [Country, string])[] = codes.map(
  (code) => [code, nameOfCountry(code)] as const,
);

export const countryOf = (code: string): Country => codes.find((one) => one === code) ?? "DE";
