import assert from "node:assert/strict";
import fc from "fast-check";
import {
  fingerprintOf,
  idOf,
  numberOf,
  RequestId,
  refuseOtherInput,
} from "../../functions/src/core/id.ts";
import { refused } from "../support/call.ts";

/** The same value with the keys of its objects the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, reversed(entry)]);
  return Object.fromEntries(entries.reverse());
}

describe("core: ids", () => {
  describe("a document id made from parts", () => {
    it("is the same for the same parts", () => {
      assert.equal(idOf("a", "bc"), idOf("a", "bc"));
      assert.match(idOf("a", "bc"), /^[0-9a-f]{40}$/);
    });

    it("can't be made from other parts", () => {
      const made = [
        ["a", "bc"],
        ["ab", "c"],
        ["abc"],
        ["a", "b", "c"],
        ["abc", ""],
        ["", "abc"],
        ["bc", "a"],
        ['a","bc'],
        ["a,bc"],
        ["A", "bc"],
        [],
        [""],
      ].map((parts) => idOf(...parts));
      assert.equal(new Set(made).size, made.length);
    });

    it("differs for any other parts tried", () => {
      const parts = fc.array(
        fc.string({ maxLength: 3, unit: fc.constantFrom("a", '"', ",", "\\") }),
      );
      fc.assert(
        fc.property(parts, parts, (some, others) => {
          const same = some.length === others.length && some.every((part, i) => part === others[i]);
          assert.equal(idOf(...some) === idOf(...others), same);
        }),
        { numRuns: 1_000 },
      );
    });
  });

  describe("the fingerprint of an input", () => {
    it("is the same in whatever order the keys came, at any depth", () => {
      assert.equal(
        fingerprintOf({ a: 1, b: { c: 2, d: 3 } }),
        fingerprintOf({ b: { d: 3, c: 2 }, a: 1 }),
      );
      fc.assert(
        fc.property(fc.jsonValue(), (input) => {
          assert.equal(fingerprintOf(input), fingerprintOf(reversed(input)));
        }),
        { numRuns: 300 },
      );
    });

    it("is another for other values, keys, types, depths and orders of a list", () => {
      const inputs = [
        { lines: [1, 2] },
        { lines: [2, 1] },
        { lines: [1, 2, 2] },
        { lines: ["1", "2"] },
        { lines: [[1, 2]] },
        { Lines: [1, 2] },
        { lines: [1, 2], more: null },
        { lines: { 0: 1, 1: 2 } },
        [1, 2],
        "[1,2]",
        null,
        "",
        {},
        [],
      ];
      assert.equal(new Set(inputs.map(fingerprintOf)).size, inputs.length);
    });
  });

  describe("a number for people", () => {
    it("is three times four characters, without I, L, O and U", () => {
      const seen = new Set<string>();
      for (let n = 0; n < 1_000; n++) {
        const number = numberOf(idOf(String(n)));
        assert.match(number, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        for (const letter of number.replaceAll("-", "")) seen.add(letter);
      }
      assert.equal([...seen].sort().join(""), "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    });

    it("is the same for the same id and another for each of 100,000", () => {
      assert.equal(numberOf("an id"), numberOf("an id"));
      const numbers = new Set<string>();
      for (let n = 0; n < 100_000; n++) numbers.add(numberOf(`order-${n}`));
      assert.equal(numbers.size, 100_000);
    });
  });

  describe("a request id", () => {
    const isTaken = (id: unknown) => RequestId.safeParse(id).success;

    it("has 16 to 64 characters", () => {
      for (const length of [16, 17, 63, 64]) assert.ok(isTaken("x".repeat(length)), `${length}`);
      for (const length of [0, 1, 15, 65, 1_000])
        assert.ok(!isTaken("x".repeat(length)), `${length}`);
    });

    it("is refused in words that say what it may be", () => {
      const [issue] = RequestId.safeParse("short").error?.issues ?? [];
      assert.equal(issue?.message, "must be 16 to 64 letters, digits, - or _");
    });

    it("may be a UUID and hold letters, digits, - and _", () => {
      for (const id of [crypto.randomUUID(), "azAZ09_-azAZ09_-"]) assert.ok(isTaken(id), id);
    });

    it("holds nothing else", () => {
      for (const wrong of ["/", ".", " ", "\n", "\0", "é", "ａ", "٣", "😀", "%", "\u200b"]) {
        assert.ok(!isTaken(`${wrong}${"x".repeat(20)}`), JSON.stringify(wrong));
        assert.ok(!isTaken(`${"x".repeat(20)}${wrong}`), JSON.stringify(wrong));
      }
      for (const other of [undefined, null, 1_234_567_890_123_456, ["x".repeat(16)]]) {
        assert.ok(!isTaken(other));
      }
    });
  });

  it("used for another input is refused, and for the same is not", async () => {
    const first = fingerprintOf({ quantity: 1 });
    refuseOtherInput(first, fingerprintOf({ quantity: 1 }));
    const again = async () => refuseOtherInput(first, fingerprintOf({ quantity: 2 }));
    const { field } = await refused(again(), "already-exists", "request-id-reused");
    assert.equal(field, "requestId");
    const message =
      "This requestId was already used with other input. Pick a new one for a new request.";
    await assert.rejects(again(), { message });
  });
});
