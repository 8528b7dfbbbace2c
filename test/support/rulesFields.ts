import { type Field, ofEveryType, optionalText, past, text, without } from "./rulesShape.ts";

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

/** An address on the web. */
export const webAddress: Field = {
  right: {
    "a host": "https://example.com",
    "a path": "https://images.example.com:8443/a/b.png?w=1&h=2#top",
    "a port of one digit": "https://example.com:8",
    "a long one": `https://${"h".repeat(200)}/${"p".repeat(400)}`,
  },
  wrong: {
    nothing: null,
    "a number": 7,
    "a list of it": ["https://example.com"],
    "no address": "",
    "an address that is not encrypted": "http://example.com/a.png",
    "a script": "javascript:alert(1)",
    "an image in words": "data:image/png;base64,AA==",
    "another's name in front": "https://me@example.com/",
    "a quotation mark": 'https://example.com/"onload=',
    "a single quotation mark": "https://example.com/'",
    "an angle bracket": "https://example.com/<b>",
    "a backslash": "https://example.com\\a",
    "a blank": "https://example.com/a b",
    "a new line at the end": "https://example.com\n",
    "another scheme first": "x https://example.com",
    "no host": "https:///a.png",
    "no port": "https://example.com:",
    "a port of six digits": "https://example.com:844300",
    "a host of 201 letters": `https://${"h".repeat(201)}`,
    "a path of 401 letters": `https://example.com/${"p".repeat(401)}`,
  },
};

export const wholeNumber = (min: number, max: number): Field => ({
  right: { [`${min}`]: min, [`${max}`]: max },
  wrong: {
    nothing: null,
    "a yes": true,
    "a list of it": [max],
    [`${min - 1}`]: min - 1,
    [`${max + 1}`]: max + 1,
    "a number and a half": min + 0.5,
    "minus zero": -0,
    "no number": Number.NaN,
    "an endless number": Number.POSITIVE_INFINITY,
    "a number in words": String(max),
  },
});

/** Words, of which there are at most `max`. */
export const wordsUpTo = (max: number): Field => ({
  right: {
    "no words": [],
    "one letter": ["x"],
    "a word of 40 letters": ["x".repeat(40)],
    "words in other scripts": ["thé", "чай", "茶"],
    [`${max} words`]: Array.from({ length: max }, (_, n) => `word${n}`),
  },
  wrong: {
    nothing: null,
    "a word": "word",
    "a map": { word: "word" },
    "a list with nothing in it": [null],
    "a list of numbers": [1, 2],
    "a list of yes and no": [true, false],
    "a list of maps": [{ word: "word" }],
    "a list of moments": [past],
    "a number among words": ["wool", 1],
    "an empty word": [""],
    "an empty word among words": ["wool", "", "hat"],
    "an empty word at the end": ["wool", ""],
    "a blank": [" "],
    "a no-break space": ["\u00a0"],
    "a tab": ["\t"],
    [`${max + 1} words`]: Array.from({ length: max + 1 }, (_, n) => `word${n}`),
    "a word of 41 letters": ["x".repeat(41)],
    "a word of 41 letters among words": ["wool", "x".repeat(41)],
    "two words of 40 letters in one": [`${"x".repeat(40)} ${"y".repeat(40)}`],
    "a word of 41 emoji": ["😀".repeat(41)],
  },
});

/** What takes this value and no other. */
export const only = (what: string, value: unknown, wrong: Record<string, unknown> = {}): Field => ({
  right: { [what]: value },
  wrong: {
    ...Object.fromEntries(Object.entries(ofEveryType).filter(([, other]) => other !== value)),
    ...wrong,
  },
});
