import assert from "node:assert/strict";
import { callable } from "../../functions/src/core/callable.ts";
import { Staff } from "../../functions/src/core/roles.ts";
import { minorUnits, optionalText, slug, text } from "../../functions/src/core/schema.ts";
import { call, callWith, refused } from "../support/call.ts";

// Schemas grow out of one of the functions': zod is a package of theirs alone.
const Nothing = Staff.pick({});
const Basket = Nothing.extend({
  note: optionalText(100_000),
  lines: Nothing.extend({ sku: slug, quantity: minorUnits }).array(),
});
const good = { note: "", lines: [{ sku: "tea", quantity: 1 }] };

const sentenceOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => assert.fail("it went through"),
    ({ message }: Error) => message,
  );

describe("core: a callable function", () => {
  describe("looks at its input before the handler runs", () => {
    let runs = 0;
    const weigh = callable({ access: "anyone", input: Basket }, async ({ lines }) => {
      runs++;
      return lines.length;
    });
    const fieldsOf = async (input: unknown) => {
      runs = 0;
      const attempt = callWith(weigh, undefined, input);
      const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
      assert.equal(runs, 0, "the handler was run");
      return fields as { field: string; message: string }[];
    };

    it("and passes on what the schema made of it", async () => {
      const trimmed = callable(
        { access: "anyone", input: Nothing.extend({ name: text(9).transform((s) => s.trim()) }) },
        async ({ name }) => name,
      );
      assert.equal(await call(trimmed, undefined, { name: " Tea " }), "Tea");
    });

    it("and names the field at fault by its path", async () => {
      const fields = await fieldsOf({ ...good, lines: [{ sku: "tea", quantity: -1 }] });
      assert.deepEqual(
        fields.map(({ field }) => field),
        ["lines.0.quantity"],
      );
      assert.match(fields[0]?.message ?? "", /0/);
    });

    it("and names all fields at fault", async () => {
      const lines = [
        { sku: "tea", quantity: 1 },
        { sku: "Tea!", quantity: "1" },
      ];
      assert.deepEqual(
        (await fieldsOf({ note: 1, lines })).map(({ field }) => field),
        ["note", "lines.1.sku", "lines.1.quantity"],
      );
    });

    it("and refuses fields it does not know, at the top and inside, by name", async () => {
      const [top] = await fieldsOf({ ...good, total: 1 });
      assert.equal(top?.field, "total");
      const [inside] = await fieldsOf({ ...good, lines: [{ ...good.lines[0], price: 1 }] });
      assert.equal(inside?.field, "lines.0.price");
    });

    for (const input of [undefined, null, "text", 1, [], [good]]) {
      it(`and refuses ${JSON.stringify(input)}`, async () => {
        assert.equal((await fieldsOf(input)).length, 1);
      });
    }

    it("and says in its sentence which field is wrong how", async () => {
      const about = (input: unknown) => sentenceOf(callWith(weigh, undefined, input));
      assert.match(await about({ ...good, note: 1 }), /^note: \S/);
      assert.match(await about(null), /^input: \S/);
      assert.match(await about({ ...good, note: 1, lines: [{}] }), /^note: .+; lines\.0\.sku: \S/);
    });

    it("and names 20 fields at most, in a sentence of 1,000 characters at most", async () => {
      const wrong = (count: number) => Array.from({ length: count }, () => ({ sku: "tea" }));
      assert.equal((await fieldsOf({ ...good, lines: wrong(20) })).length, 20);
      assert.equal((await fieldsOf({ ...good, lines: wrong(21) })).length, 20);
      const sentence = await sentenceOf(callWith(weigh, undefined, { ...good, lines: wrong(200) }));
      assert.equal(sentence.length, 1_000);
    });

    it("and takes 64 KiB as JSON, and not a byte more", async () => {
      const frame = Buffer.byteLength(JSON.stringify({ ...good, note: "" }));
      const note = "x".repeat(64 * 1024 - frame);
      assert.equal(await call(weigh, undefined, { ...good, note }), 1);
      runs = 0;
      const more = call(weigh, undefined, { ...good, note: `${note}x` });
      await refused(more, "invalid-argument", "too-large");
      const wider = call(weigh, undefined, { ...good, note: `${note.slice(1)}é` });
      await refused(wider, "invalid-argument", "too-large");
      assert.equal(runs, 0, "the handler was run");
    });
  });

  it("takes as many bytes as it says, where it says so", async () => {
    const narrow = callable({ access: "anyone", input: Basket, maxBytes: 100 }, async () => "in");
    const frame = Buffer.byteLength(JSON.stringify(good));
    const padded = (size: number) => ({ ...good, note: "x".repeat(size - frame) });
    assert.equal(await call(narrow, undefined, padded(100)), "in");
    await refused(call(narrow, undefined, padded(101)), "invalid-argument", "too-large");
  });

  describe("where App Check is enforced", () => {
    const open = callable({ access: "anyone", input: Nothing }, async () => "in");
    const callFrom = (app: object | undefined) => {
      const request = { data: {}, app, rawRequest: {}, acceptsStreaming: false };
      return open.run(request as unknown as Parameters<typeof open.run>[0]);
    };
    const app = { appId: "an-app", token: {} };
    afterEach(() => {
      delete process.env.ENFORCE_APP_CHECK;
    });

    it("refuses a call without a verified app and takes one with it", async () => {
      process.env.ENFORCE_APP_CHECK = "true";
      await refused(callFrom(undefined), "unauthenticated", "app-check-required");
      assert.equal(await callFrom(app), "in");
    });

    it("and only there", async () => {
      for (const setting of [undefined, "false"]) {
        if (setting) process.env.ENFORCE_APP_CHECK = setting;
        assert.equal(await callFrom(undefined), "in");
        assert.equal(await callFrom(app), "in");
      }
    });
  });
});
