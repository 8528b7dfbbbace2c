/** What somebody has typed, "12.90", in minor units. */
export const amountOf = (typed: string): number => Math.round(Number(typed) * 100);

/** Minor units as a field for amounts shows them: `typedOf(1290)` is "12.90". */
export const typedOf = (amount: number): string => (amount / 100).toFixed(2);
