/** What a field of euros says, in cents. */
export const minorUnits = (euros: string): number => Math.round(Number(euros) * 100);

/** Cents as a field of euros takes them. */
export const euros = (amount: number): string => (amount / 100).toFixed(2);
