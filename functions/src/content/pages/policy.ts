import { createHash } from "node:crypto";

/**
 * The Content-Security-Policy of a page that has these styles in it (`stylesOf`): no script runs, nothing
 * is framed or sent, and no other style is heeded.
 */
export const contentSecurityPolicy = (styles: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(styles).digest("base64")}'`,
    "img-src https: data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
