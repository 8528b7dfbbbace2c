import { alike, type Decisions } from "../../dev/prove/decisions/decisions.ts";

/** What decides here without asking a database: `npm run prove -- decisions` makes mutants of it. */
export const decisions: Decisions = {
  "core/money.ts": {
    equivalents: [
      ...alike(
        "There is a share of each weight: only the types don't know.",
        "shares[index] = (shares[index] ?? 0) + 1;",
        "shares[index] = (shares[index]) + 1;",
        "shares[index] = (shares[index] ?? 1) + 1;",
      ),
      ...alike(
        "A format of a currency always says its digits: only the types don't know.",
        "format.resolvedOptions().maximumFractionDigits ?? 2;",
        "format.resolvedOptions().maximumFractionDigits;",
        "format.resolvedOptions().maximumFractionDigits ?? 3;",
        "format.resolvedOptions().maximumFractionDigits ?? 1;",
      ),
    ],
  },
  "core/zones.ts": {
    equivalents: alike(
      "A name that is known is one of Intl's: it is not asked twice, for speed.",
      "if (!known.has(name) && isOfIntl(name)) known.add(name);",
      "if (isOfIntl(name)) known.add(name);",
    ),
  },
  "core/id.ts": {},
  "core/stateMachine.ts": {
    equivalents: alike(
      "No state is undefined, so none that is possible: only the types don't know.",
      "if (to === undefined || !possible.includes(to)) {",
      "if (!possible.includes(to)) {",
    ),
  },
  "core/roles.ts": { names: ["roleOf"] },
  "core/limits.ts": { names: ["spend", "spendIfLeft"] },
  "core/accounts.ts": { names: ["refuseShutOut"] },
  "core/payments/hear.ts": {
    equivalents: [
      ...alike("It is the highest rank either way.", "succeeded: 3,", "succeeded: 4,"),
      ...alike(
        "Asked only of an intent that has an error.",
        'error?.decline_code ?? error?.code ?? "failed";',
        'error.decline_code ?? error?.code ?? "failed";',
        'error?.decline_code ?? error.code ?? "failed";',
      ),
    ],
  },
  "core/payments/requestRefund.ts": {},
};
