import * as z from "zod";
import { HOUR } from "../../core/clock.ts";
import { percentOf } from "../../core/money.ts";
import type { PolicyName } from "../schema.ts";

/**
 * How a stay may be cancelled, as it was when it was quoted: what it gives back until so many hours
 * before check-in. Tiers from the most hours to the fewest; after the last of them, nothing.
 */
export const Policy = z.strictObject({
  name: z.string(),
  tiers: z.array(z.strictObject({ hoursBefore: z.int().min(0), percent: z.int().min(0).max(100) })),
});
export type Policy = z.output<typeof Policy>;

/** What each name stands for today. What is booked keeps what it stood for then. */
export const policies: Record<PolicyName, Policy["tiers"]> = {
  flexible: [{ hoursBefore: 24, percent: 100 }],
  moderate: [
    { hoursBefore: 5 * 24, percent: 100 },
    { hoursBefore: 24, percent: 50 },
  ],
  strict: [
    { hoursBefore: 30 * 24, percent: 100 },
    { hoursBefore: 7 * 24, percent: 50 },
  ],
};

export const policyOf = (name: PolicyName): Policy => ({ name, tiers: policies[name] });

/** Of what was paid, how much goes back at a moment, in percent. The moment of a tier is still in it. */
export function percentBack({ tiers }: Policy, checkIn: Date, at: Date): number {
  const hours = (checkIn.getTime() - at.getTime()) / HOUR;
  return tiers.find(({ hoursBefore }) => hours >= hoursBefore)?.percent ?? 0;
}

/** Minor units, half up. */
export const partOf = (amount: number, percent: number): number => percentOf(amount, percent * 100);
