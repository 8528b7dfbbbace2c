import { defineString } from "firebase-functions/params";

/** What content asks for at a deploy, beside core/settings.ts. See docs/operations.md. */
export const sitesUrl = defineString("SITES_URL", {
  default: "",
  description:
    "Where the public sites are, as search engines and feeds shall know them: https://example.com/sites. Empty: /sites of the project's own Hosting address.",
});
