import type { Equivalent } from "../../dev/prove/mutation.ts";

const because = "What a host may change is named, and whose it is is not among it.";

/** Mutants of the rules that are no mistakes. */
export const equivalents: Equivalent[] = [
  {
    where: "/properties/{property} allow update",
    from: "isUser(before().hostId)",
    to: "isUser(after().hostId)",
    because,
  },
  {
    where: "/properties/{property}/roomTypes/{roomType} allow update",
    from: "isUser(before().hostId)",
    to: "isUser(after().hostId)",
    because,
  },
  {
    where: "/properties/{property}/roomTypes/{roomType} allow update",
    from: "isAmong(after().maxStay, 1, 28)",
    to: "isAmong(after().maxStay, 0, 28)",
    because: "The shortest stay is one night, and the longest no shorter.",
  },
];
