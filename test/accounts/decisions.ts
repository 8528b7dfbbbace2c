import { alike, type Decisions } from "../../dev/prove/decisions/decisions.ts";

/** What decides here without asking a database: `npm run prove -- decisions` makes mutants of it. */
export const decisions: Decisions = {
  "accounts/access/differences.ts": {},
  "accounts/signIn/news.ts": {},
  "accounts/signIn/policy.ts": {
    names: ["mayJoin", "isBlocked", "plain", "isLive"],
    equivalents: [
      ...alike(
        "An @ before a domain is left out anyway.",
        'const domain = plain(email.slice(email.lastIndexOf("@") + 1));',
        'const domain = plain(email.slice(email.lastIndexOf("@") + 0));',
      ),
      ...alike(
        "Both that are compared are written alike.",
        "return domainToASCII(bare) || bare.toLowerCase();",
        "return domainToASCII(bare) || bare.toUpperCase();",
      ),
    ],
  },
};
