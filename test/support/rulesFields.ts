import { type Field, ofEveryType, optionalText, text, without } from "./rulesShape.ts";

// What fields take and what they don't, beside those of rulesShape.ts.

type Values = Record<string, unknown>;

const lines = { "two lines": "one\ntwo", "a tab within": "one\ttwo", "a bell": "x\u0007" };

/** Text of one line, of at most `max` UTF-16 units. */
export const line = (max: number): Field => {
  const { right, wrong } = text(max);
  return { right, wrong: { ...wrong, ...lines } };
};

export const optionalLine = (max: number): Field => {
  const { right, wrong } = optionalText(max);
  return { right: { ...right, "a blank": " " }, wrong: { ...wrong, ...lines } };
};

/** What takes null and nothing of another type than `type`. */
export const nullable = (type: keyof typeof ofEveryType, right: Values, wrong: Values): Field => ({
  right: { ...right, nothing: null },
  wrong: { ...without(without(ofEveryType, type), "nothing"), ...wrong },
});

/** Some of another type than text, for what is deep down: each costs two requests. */
export const noText: Values = {
  "a number": 7,
  "a list": ["x"],
  "a moment": ofEveryType["a moment"],
};

/** A map of which each field is as it is said, and which has no other. */
export const mapOf = (good: Values, fields: Record<string, Field>): Field => {
  const each = (kind: keyof Field) =>
    Object.entries(fields).flatMap(([name, field]) =>
      Object.entries(field[kind]).map(([what, value]) => [
        `${what} as its ${name}`,
        { ...good, [name]: value },
      ]),
    );
  const lacking = Object.keys(good).map((name) => [`no ${name} in it`, without(good, name)]);
  return nullable("a map", Object.fromEntries([...each("right"), ["all of it", good]]), {
    ...Object.fromEntries([...each("wrong"), ...lacking]),
    "an empty map": {},
    "a map with one more field": { ...good, canary: true },
  });
};

/** Things of a list of words or lines that are no text. */
export const noTexts: Values = {
  "a number in it": ["x", 7],
  "a yes in it": [true],
  "nothing in it": [null],
  "a map in it": [{ word: "x" }],
};
