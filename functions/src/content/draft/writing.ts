import type { Draft, Revision } from "../schema.ts";

/** What of a draft is somebody's writing: it is what revisions keep. */
export const writingOf = ({
  title,
  slug,
  summary,
  body,
  tags,
  cover,
  byline,
}: Draft | Revision): Omit<Revision, "version" | "savedBy" | "savedAt"> => ({
  title,
  slug,
  summary,
  body,
  tags,
  cover,
  byline,
});
