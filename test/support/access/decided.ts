/** What comes of whatever is decided in a commit: others were at it, or nobody answered. */
export const decided = ["contention", "not-confirmed"] as const;
