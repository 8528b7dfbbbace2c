import {
  defineBoolean,
  defineInt,
  defineList,
  defineSecret,
  defineString,
} from "firebase-functions/params";

/** The region of every function. Clients must name the same one. */
export const region = "europe-west1";

/**
 * Everything that differs between one deployment and the next. `firebase deploy` asks for
 * what has no default; locally `npm start` fills all of it in. See docs/operations.md.
 */
export const allowedOrigins = defineList("ALLOWED_ORIGINS", {
  description: 'Origins of your web app, as JSON: ["https://example.com"]. ["*"] allows any.',
});

export const enforceAppCheck = defineBoolean("ENFORCE_APP_CHECK", {
  default: false,
  description: "Refuse calls that carry no valid App Check token.",
});

export const appName = defineString("APP_NAME", {
  default: "Kindling",
  description: "How mails call your app.",
});

export const appUrl = defineString("APP_URL", {
  default: "",
  description:
    "Where people go on after following a link in a mail: https://example.com, a domain that Firebase Authentication is told of. Empty: they stay on its page.",
});

export const mailFrom = defineString("MAIL_FROM", {
  description: "Sender of all mails: an address your SMTP server may send for.",
});

export const smtpHost = defineString("SMTP_HOST", { description: "Your SMTP server." });

export const smtpPort = defineInt("SMTP_PORT", {
  default: 465,
  description: "465 for TLS from the start, 587 for STARTTLS.",
});

export const smtpUser = defineString("SMTP_USER", {
  default: "",
  description: "SMTP user name; empty for a server that asks for none.",
});

export const smtpPassword = defineSecret("SMTP_PASSWORD");

export const stripeApi = defineString("STRIPE_API", {
  default: "https://api.stripe.com",
  description: "Where the payment provider's API is. Leave it as it is.",
});

/** `sk_live_…`, or better a restricted key that may write payment intents and refunds. */
export const stripeSecretKey = defineSecret("STRIPE_SECRET_KEY");

/** `whsec_…` of the endpoint `payments-webhook`, from the provider's dashboard. */
export const stripeWebhookSecret = defineSecret("STRIPE_WEBHOOK_SECRET");
