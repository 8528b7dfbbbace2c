import type { Booking, Property } from "kindling-client";
import { count } from "../core/words.ts";

/** What the names of policies promise whoever looks for a place. */
export const POLICIES: Record<Property["policy"], string> = {
  flexible: "All of it comes back until a day before check-in.",
  moderate: "All of it comes back until 5 days before check-in, half of it until the day before.",
  strict: "All of it comes back until 30 days before check-in, half of it until 7 days before.",
};

/** What was agreed on for a stay, a sentence for each tier. */
export const policySentences = ({ tiers }: Booking["policy"]): string[] => [
  ...tiers.map(
    ({ hoursBefore, percent }) =>
      `Until ${ahead(hoursBefore)} before check-in ${percent} % of the price comes back.`,
  ),
  "After that, nothing does.",
];

const ahead = (hours: number): string =>
  hours % 24 === 0 ? count(hours / 24, "day") : count(hours, "hour");
