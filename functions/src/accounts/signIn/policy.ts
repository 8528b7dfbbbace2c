import { domainToASCII } from "node:url";
import { now, SECOND } from "../../core/clock.ts";
import { refuse } from "../../core/refuse.ts";
import type { Invitation } from "../schema.ts";
import { blockedDomains, signUp } from "../settings.ts";

/** Firebase Authentication waits seven seconds for us, and then lets nobody in. */
export const PATIENCE = 4 * SECOND;

/** Who may join, by the settings SIGN_UP and BLOCKED_DOMAINS. */
export interface Policy {
  signUp: "open" | "invited";
  /** Each stands for its subdomains, too. */
  blockedDomains: readonly string[];
}

/** Throws where a setting has a value that it can't have. */
export function policyNow(): Policy {
  const mode = signUp.value();
  if (mode !== "open" && mode !== "invited") {
    throw new Error(`The setting SIGN_UP must be "open" or "invited", not "${mode}".`);
  }
  return { signUp: mode, blockedDomains: blockedDomains.value() };
}

/**
 * Why somebody with this address may not join; nothing if they may. Who is a member already stays
 * one as if `invited`, unless their domain is blocked.
 */
export function mayJoin(
  email: string | null,
  { signUp, blockedDomains, invited }: Policy & { invited: boolean },
): "domain-blocked" | "invitation-needed" | undefined {
  if (email !== null && isBlocked(email, blockedDomains)) return "domain-blocked";
  return signUp === "invited" && !invited ? "invitation-needed" : undefined;
}

function isBlocked(email: string, domains: readonly string[]): boolean {
  const domain = plain(email.slice(email.lastIndexOf("@") + 1));
  return domains
    .map(plain)
    .some((blocked) => blocked !== "" && (domain === blocked || domain.endsWith(`.${blocked}`)));
}

/** One spelling for each domain: "@BÜCHER.example." is "xn--bcher-kva.example". */
function plain(domain: string): string {
  const bare = domain.trim().replace(/^[@.]+|\.+$/g, "");
  return domainToASCII(bare) || bare.toLowerCase();
}

/** Whether an invitation counts: one that has run out is none. */
export const isLive = (invitation: Invitation | undefined): boolean =>
  invitation !== undefined && invitation.expiresAt.toMillis() > now().getTime();

const SENTENCES = {
  disabled: "This account is disabled.",
  "domain-blocked": "Addresses of this domain are not admitted.",
  // The same whether there never was one, or it has run out or was withdrawn.
  "invitation-needed": "Signing up takes an invitation.",
};

/**
 * Refuses a sign-up or a sign-in with `permission-denied`. Clients are told of what a blocking
 * function refuses in one text (`auth/internal-error`), without its details in production: so the
 * sentence ends with the reason in brackets. It must not hold " : ", at which the SDK cuts.
 */
export const turnAway = (reason: keyof typeof SENTENCES): never =>
  refuse("permission-denied", reason, `${SENTENCES[reason]} [${reason}]`);
