/** What the numbers of a priority are called. */
export const PRIORITIES = ["None", "Low", "Medium", "High"] as const;
