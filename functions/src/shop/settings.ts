import { defineString } from "firebase-functions/params";

/** What the shop asks for at a deploy, beside core/settings.ts. See docs/operations.md. */
export const stockAlertsTo = defineString("STOCK_ALERTS_TO", {
  default: "",
  description: "Where to say that a product runs low: an e-mail address, or nothing.",
});
