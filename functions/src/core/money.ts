/**
 * Splits `amount` in proportion to `weights`, in whole minor units that sum to
 * exactly `amount`: the largest-remainder method (Hamilton). Ties go to the
 * earlier weight. All weights zero: everything to the first.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? amount : 0));
  const scaled = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const shares = scaled.map((share) => Number(share / total));
  const left = amount - shares.reduce((sum, share) => sum + share, 0);
  scaled
    .map((share, index) => ({ index, remainder: share % total }))
    .sort((a, b) => Number(b.remainder - a.remainder))
    .slice(0, left)
    .forEach(({ index }) => {
      shares[index] = (shares[index] ?? 0) + 1;
    });
  return shares;
}

/** `basisPoints` (1/100 of a percent) of `amount`, rounded half up to a whole minor unit. */
export const percentOf = (amount: number, basisPoints: number): number =>
  Math.floor((amount * basisPoints + 5_000) / 10_000);

/**
 * Reads amounts of a currency, exactly: "12.90", "12,90" and "12" are 1290, 1290 and 1200. Anything
 * else is `undefined`: a sign, a currency, thousands set apart, more decimals than there are.
 */
export function moneyParser(currency: string): (text: string) => number | undefined {
  const digits = digitsOf(new Intl.NumberFormat("en", { style: "currency", currency }));
  return (text) => {
    const [, whole, decimals = ""] = /^(\d{1,10})(?:[.,](\d+))?$/.exec(text) ?? [];
    if (whole === undefined || decimals.length > digits) return undefined;
    return Number(`${whole}${decimals.padEnd(digits, "0")}`);
  };
}

/** An amount as a person reads it: `formatMoney(123456, "EUR")` is `€1,234.56`. */
export function formatMoney(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.format(amount / 10 ** digitsOf(format));
}

const digitsOf = (format: Intl.NumberFormat): number =>
  format.resolvedOptions().maximumFractionDigits ?? 2;
