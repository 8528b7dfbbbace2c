import { alike, type Decisions } from "../../dev/prove/decisions/decisions.ts";

/** What decides here without asking a database: `npm run prove -- decisions` makes mutants of it. */
export const decisions: Decisions = {
  "travel/calendar/dates.ts": {},
  "travel/calendar/months.ts": {
    equivalents: alike(
      "A month has all of its days, so either both are there or none: only the types don't know.",
      "if (!month || !day || day.closed) return 0;",
      "if ((!month && !day) || day.closed) return 0;",
      "if (!month || day.closed) return 0;",
      "if (!day || day.closed) return 0;",
    ),
  },
  "travel/calendar/stays.ts": {
    equivalents: alike(
      "One night is among the lengths, and no stay is shorter: only the types don't know.",
      "const length = LENGTHS.findLast((each) => each <= nights) ?? 1;",
      "const length = LENGTHS.findLast((each) => each <= nights);",
      "const length = LENGTHS.findLast((each) => each <= nights) ?? 2;",
      "const length = LENGTHS.findLast((each) => each <= nights) ?? 0;",
    ),
  },
  "travel/calendar/sheet.ts": {
    names: ["publicHalfOf", "nightAt"],
    equivalents: alike(
      "There are no two months of one name.",
      "months.find(({ month }) => date.startsWith(month))?.nights[dayOf(date) - 1];",
      "months.findLast(({ month }) => date.startsWith(month))?.nights[dayOf(date) - 1];",
    ),
  },
  "travel/booking/price.ts": { names: ["totalsOf", "priceStay"] },
  "travel/booking/policy.ts": { names: ["policies", "policyOf", "percentBack", "partOf"] },
  "travel/booking/moments.ts": {},
  "travel/booking/free.ts": {
    equivalents: [
      ...alike(
        "Nights without a calendar have been refused by then: only the types don't know.",
        "if (dayAt(months, date)?.closed) {",
        "if (dayAt(months, date).closed) {",
      ),
      ...alike(
        "Nights without a calendar have been refused by then: only the types don't know.",
        "const { minStay = 1, maxStay = nights } = first ?? {};",
        "const { minStay = 2, maxStay = nights } = first ?? {};",
        "const { minStay = 0, maxStay = nights } = first ?? {};",
        "const { minStay = 1, maxStay = nights } = first;",
      ),
    ],
  },
  "travel/booking/begun.ts": {},
  "travel/booking/change.ts": {
    equivalents: [
      ...alike(
        "Nothing is held under no id: only the types ask for one.",
        "const free = id === undefined ? months : drop(months, id);",
        "const free = false ? months : drop(months, id);",
      ),
      ...alike(
        "Dates without a calendar have been refused by then: only the types don't know.",
        "price: kept.get(date) ?? dayAt(months, date)?.price ?? 0,",
        "price: kept.get(date) ?? dayAt(months, date)?.price,",
        "price: kept.get(date) ?? dayAt(months, date).price ?? 0,",
        "price: kept.get(date) ?? dayAt(months, date)?.price ?? 1,",
      ),
    ],
  },
  "travel/booking/states.ts": {},
};
