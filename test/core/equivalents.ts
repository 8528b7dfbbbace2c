import type { Equivalent } from "../../dev/prove/mutation.ts";

const staff = "(/databases/$(database)/documents/staff/$(request.auth.uid))";
const oneOf = (first: string, last: string) => `${first} in [${last}]`;
const offset = (otherwise: number) => oneOf(`request.query.get('offset', ${otherwise})`, "0, null");
const within = (sign: string) =>
  `before().deletedAt ${sign} request.time - duration.value(30, 'd')`;

/** Mutants of what all modules share that are no mistakes. */
export const equivalents: Equivalent[] = [
  {
    where: "isSignedIn()",
    from: "request.auth != null",
    to: "",
    because: "Nobody has no uid: asking for it is an error, which refuses, too.",
  },
  {
    where: "isShutOut()",
    from: "exists(account)",
    to: "existsAfter(account)",
    because: "No client writes an account: it is there afterwards if it was before.",
  },
  {
    where: "hasRole()",
    from: `exists${staff}`,
    to: "",
    because: "Looking into a document that is not there is an error, which refuses, too.",
  },
  {
    where: "hasRole()",
    from: `exists${staff}`,
    to: `existsAfter${staff}`,
    because: "No client writes staff: who is there afterwards was there before.",
  },
  ...[
    ["after().keys().hasAll(names)", ""],
    ["after().keys().hasAll(names)", "after().keys().hasAny(names)"],
  ].map(([from = "", to = ""]) => ({
    where: "hasFields()",
    from,
    to,
    because:
      "Whoever asks for fields looks into each of them, too: one that is not there is an error.",
  })),
  ...[offset(1), offset(-1), oneOf("request.query.get('offset', 0)", "0")].map((to) => ({
    where: "isPagedBy()",
    from: offset(0),
    to,
    because:
      "The emulator says 0 of a query that names no offset; of production nothing is promised.",
  })),
  {
    where: "isInAndOutOfBin()",
    from: within(">"),
    to: within(">="),
    because: "The instant itself can't be met.",
  },
];
