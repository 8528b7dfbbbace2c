import assert from "node:assert/strict";
import { inspect } from "node:util";
import { stamp } from "../../functions/src/core/clock.ts";
import {
  line,
  mailAddress,
  minorUnits,
  optionalLine,
  optionalText,
  slug,
  text,
  timestamp,
} from "../../functions/src/core/schema.ts";

interface Schema {
  safeParse(value: unknown): { success: boolean };
}

function takes(schema: Schema, values: readonly unknown[]): void {
  for (const value of values) {
    assert.ok(schema.safeParse(value).success, `refused ${inspect(value)}`);
  }
}

function refuses(schema: Schema, values: readonly unknown[]): void {
  for (const value of values) {
    assert.ok(!schema.safeParse(value).success, `took ${inspect(value)}`);
  }
}

const OTHER_TYPES = [undefined, null, 1, true, {}, []];

describe("core: schemas", () => {
  it("text has 1 to so many characters and is not blank", () => {
    takes(text(5), ["x", "12345", " x ", "0"]);
    refuses(text(5), ["", "123456", " ", "\t\n", "\u00a0", ...OTHER_TYPES]);
  });

  it("optional text may also be empty or blank", () => {
    takes(optionalText(5), ["", "     ", "12345"]);
    refuses(optionalText(5), ["123456", "      ", ...OTHER_TYPES]);
  });

  it("counts characters as the rules do, in UTF-16 units: an emoji is two, a family eleven", () => {
    const family = "👨‍👩‍👧‍👦";
    assert.equal(family.length, 11);
    for (const textOf of [text, optionalText]) {
      takes(textOf(4), ["😀😀", "éééé"]);
      refuses(textOf(4), ["😀😀x", "😀😀😀"]);
      takes(textOf(11), [family]);
      refuses(textOf(10), [family]);
    }
  });

  it("keeps text as it came", () => {
    assert.equal(text(5).parse(" x "), " x ");
  });

  it("a slug has 1 to 40 lower-case letters, digits or hyphens and begins with no hyphen", () => {
    takes(slug, ["a", "0", "a-b", "a-", "x".repeat(40)]);
    refuses(slug, ["", "-a", "x".repeat(41), "A", "a_b", "a b", "a/b", "..", "é", "a\n", "\na"]);
    refuses(slug, OTHER_TYPES);
  });

  it("money is whole cents from 0 to a million euros", () => {
    takes(minorUnits, [0, 1, 100_000_000]);
    refuses(minorUnits, [-1, 100_000_001, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "1", 1n]);
  });

  it("a line is one line, and may be blank only where it is optional", () => {
    takes(line(5), ["a", " a ", "a b", "x".repeat(5)]);
    takes(optionalLine(5), ["", "  ", "a b"]);
    for (const one of [line(5), optionalLine(5)]) {
      refuses(one, [
        "a\nb",
        "a\r",
        "\t",
        "a\u0000",
        "a\u0085b",
        "x".repeat(6),
        "\ud800",
        ...OTHER_TYPES,
      ]);
    }
    refuses(line(5), ["", " ", "\u00a0"]);
  });

  it("a mail address is one, and can't be taken for two or for a name with one", () => {
    takes(mailAddress, ["a@b", "o'neil+shop@mail.example.com", "ü@exämple.de"]);
    takes(mailAddress, [`${"a".repeat(128)}@${"b".repeat(190)}`]);
    refuses(mailAddress, [
      `${"a".repeat(129)}@b`,
      `a@${"b".repeat(191)}`,
      "",
      "a",
      "@b",
      "a@",
      "a@b@c",
    ]);
    for (const separator of [",", ";", " ", "\n", "\r\n", "\t"]) {
      refuses(mailAddress, [`a@b${separator}c@d`, `a@b${separator}`, `${separator}a@b`]);
    }
    refuses(mailAddress, ["A <a@b>", '"A"@b', "a@b (A)", "group:a@b", ...OTHER_TYPES]);
  });

  it("a timestamp is what an SDK of Firestore makes of one", () => {
    takes(timestamp, [stamp()]);
    refuses(timestamp, [
      new Date(),
      1,
      "2026-11-22",
      null,
      undefined,
      { seconds: 1, nanoseconds: 0 },
    ]);
  });
});
