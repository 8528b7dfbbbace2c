import {
  type DocumentData,
  deleteField,
  serverTimestamp,
  Timestamp,
} from "firebase/firestore/lite";
import { denied, granted } from "./rules.ts";
import { past, standing } from "./standing.ts";

export { past, standing };

export const without = (document: DocumentData, field: string): DocumentData =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== field));

/** Values by what they are. */
type Values = Record<string, unknown>;

/** What a field takes and what it doesn't. */
export interface Field {
  right: Values;
  wrong: Values;
}

export const ofEveryType = {
  nothing: null,
  "a yes": true,
  "a number": 7,
  "a word": "word",
  "a moment": Timestamp.fromMillis(past.toMillis() + 1),
  "a list": ["word"],
  "a map": { word: "word" },
} satisfies Values;

const butNo = (type: keyof typeof ofEveryType): Values => without(ofEveryType, type);

/** Text of at most `max` UTF-16 units, not blank. */
export const text = (max: number): Field => ({
  right: {
    "one letter": "x",
    [`${max} letters`]: "x".repeat(max),
    [`${max / 2} emoji`]: "😀".repeat(max / 2),
  },
  wrong: {
    ...butNo("a word"),
    "empty text": "",
    "a blank": " ",
    "a tab and a new line": "\t\n",
    "a no-break space": "\u00a0",
    "an em space": "\u2003",
    [`${max + 1} letters`]: "x".repeat(max + 1),
    [`a letter and ${max / 2} emoji`]: `x${"😀".repeat(max / 2)}`,
  },
});

export const optionalText = (max: number): Field => ({
  right: { "empty text": "", [`${max} letters`]: "x".repeat(max) },
  wrong: { ...butNo("a word"), [`${max + 1} letters`]: "x".repeat(max + 1) },
});

/** What no slug looks like. */
export const notSlugs: Values = {
  "empty text": "",
  "41 letters": "x".repeat(41),
  "a capital": "Tea",
  "an accent": "thé",
  "a hyphen first": "-tea",
  "an underscore": "green_tea",
  "a dot": "green.tea",
  "a blank": "green tea",
  "a new line at the end": "tea\n",
};

export const slug: Field = {
  right: { "one letter": "x", "a digit": "7", "40 letters": "x".repeat(40), hyphens: "a-b--c-" },
  wrong: { ...butNo("a word"), ...notSlugs, "a path": "tea/green" },
};

/** From 0 to 1,000,000.00, in whole minor units. */
export const money: Field = {
  right: { "no money": 0, "one cent": 1, "a million": 1_000_000_00 },
  wrong: {
    ...butNo("a number"),
    "minus one": -1,
    "a million and one cent": 1_000_000_01,
    "half a cent": 0.5,
    "no number": Number.NaN,
    "an endless number": Number.POSITIVE_INFINITY,
    "a number in words": "7",
  },
};

export const flag: Field = {
  right: { "a yes": true },
  wrong: { ...butNo("a yes"), "a yes in words": "true" },
};

export const oneOf = (right: readonly string[], wrong: readonly string[]): Field => ({
  right: Object.fromEntries(right.map((word) => [word, word])),
  wrong: {
    ...ofEveryType,
    ...Object.fromEntries(wrong.map((word) => [word || "no word", word])),
    "a canary": "canary",
  },
});

/** The server's time, at every write. */
export const timeOfWriting: Field = {
  right: { "the server's time": serverTimestamp() },
  wrong: {
    ...ofEveryType,
    "a client's time": Timestamp.now(),
    "a time to come": Timestamp.fromMillis(Date.now() + 3_600_000),
  },
};

/** How documents of a shape come to be and change. */
export interface Shape {
  fields: Record<string, Field>;
  good: () => DocumentData;
  /** Writes a document where none is. */
  create: (document: DocumentData) => Promise<unknown>;
  /** Changes a good document that stands; not said where nobody may. */
  update?: (change: DocumentData) => Promise<unknown>;
}

/**
 * Holds the rules to a shape, on create and on update: every field is there, takes what is right
 * and nothing that is wrong, and there is no other field. A change to one of `settled` is not
 * tried: such a field has laws of its own.
 */
export function keepsShape(
  { fields, good, create, update }: Shape,
  settled: readonly string[] = [],
): void {
  const change =
    update && ((value: DocumentData) => update({ updatedAt: serverTimestamp(), ...value }));
  const refused = (creating: DocumentData, changing: DocumentData) =>
    Promise.all([
      denied(create(creating), "creating"),
      ...(change ? [denied(change(changing), "changing")] : []),
    ]);

  it("takes the good document", async () => {
    await granted(create(good()));
    if (change) await granted(change({}));
  });

  for (const [field, { right, wrong }] of Object.entries(fields)) {
    const moves = settled.includes(field) ? undefined : change;

    it(`takes as ${field}: ${Object.keys(right).join(", ")}`, async () => {
      for (const [what, value] of Object.entries(right)) {
        await granted(create({ ...good(), [field]: value }), `creating with ${what}`);
        if (moves) await granted(moves({ [field]: value }), `changing to ${what}`);
      }
    });

    for (const [what, value] of Object.entries(wrong)) {
      it(`refuses as ${field} ${what}`, () =>
        refused({ ...good(), [field]: value }, { [field]: value }));
    }

    it(`can't be without ${field}`, () =>
      refused(without(good(), field), { [field]: deleteField() }));
  }

  it("has no other field", () => refused({ ...good(), canary: true }, { canary: true }));
}
