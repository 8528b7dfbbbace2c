import type { Draft, DraftState } from "kindling-client";

/** What they are called, and how much they ask of somebody. */
export const STATES: Record<DraftState, { name: string; tone: "plain" | "good" | "warn" }> = {
  draft: { name: "Draft", tone: "plain" },
  in_review: { name: "In review", tone: "warn" },
  ready: { name: "Approved", tone: "good" },
  scheduled: { name: "Scheduled", tone: "warn" },
  published: { name: "Published", tone: "good" },
};

/** What readers see of a draft is an older version. */
export const isChangedSince = ({ live, version }: Draft): boolean =>
  live !== null && live.version !== version;
