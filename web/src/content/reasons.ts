import type { Report } from "kindling-client";

/** What may be wrong with a comment. */
export const REASONS: Record<Report["reason"], string> = {
  spam: "It is advertising",
  abuse: "It insults or threatens somebody",
  off_topic: "It has nothing to do with the article",
  other: "Something else",
};

export const reasonNamed = (name: string): Report["reason"] =>
  name === "spam" || name === "abuse" || name === "off_topic" ? name : "other";
