import { defineString } from "firebase-functions/params";

/** What todos ask for at a deploy, beside core/settings.ts. See docs/operations.md. */
export const feedUrl = defineString("FEED_URL", {
  default: "",
  description: "Where calendars ask for todos-feed; empty for the function's own address.",
});
