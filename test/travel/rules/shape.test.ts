import assert from "node:assert/strict";
import type { DocumentData } from "firebase/firestore/lite";
import type * as z from "zod";
import { Property, RoomType } from "../../../functions/src/travel/schema.ts";
import { claimsOf, guarded } from "../../support/rules.ts";
import { asRead } from "../../support/rulesRead.ts";
import { type Field, without } from "../../support/rulesShape.ts";
import { Double, SERVER_TIME, wire } from "../../support/rulesWire.ts";
import { aStay, host, property, roomType } from "../support/rulesDocuments.ts";
import { frozen, propertyFields, roomTypeFields } from "../support/rulesFields.ts";

const stay = aStay("house");

/** As many as a field has values: each is tried on a document of its own, all at once. */
const COPIES = 40;

interface Shape {
  path: string;
  kept: DocumentData;
  schema: z.ZodObject;
  fields: Record<string, Field>;
  frozen: readonly string[];
  /** What no field could be longer than, or ask more of the rules. */
  largest: DocumentData;
  whole: readonly string[];
}

const longAddress = `https://${"h".repeat(200)}:65535/${"p".repeat(400)}`;

const shapes: Record<string, Shape> = {
  "a property": {
    path: "properties/house",
    kept: property(stay),
    schema: Property,
    fields: propertyFields,
    frozen: frozen.property,
    largest: {
      name: "é".repeat(120),
      description: "😀".repeat(2000),
      address: "é".repeat(200),
      photo: longAddress,
      amenities: Array.from({ length: 40 }, () => "é".repeat(40)),
      cleaningFee: 100_000_000,
      taxBasisPoints: 5000,
    },
    whole: ["cleaningFee", "taxBasisPoints"],
  },
  "a room type": {
    path: "properties/house/roomTypes/double",
    kept: roomType(stay),
    schema: RoomType,
    fields: roomTypeFields,
    frozen: frozen.roomType,
    largest: { name: "é".repeat(120), description: "😀".repeat(1000), photo: longAddress },
    whole: ["price", "capacity", "minStay", "maxStay"],
  },
};

describe("travel rules: what a host writes", () => {
  const { project } = guarded(
    "travel-shape",
    Object.fromEntries(
      Object.values(shapes).flatMap(({ path, kept }) =>
        Array.from({ length: COPIES }, (_, n) => [`${path}-${n}`, kept]),
      ),
    ),
  );
  const { replace, update } = wire(project, claimsOf);

  for (const [what, { path, kept, schema, ...shape }] of Object.entries(shapes)) {
    const good = { ...kept, updatedAt: SERVER_TIME };
    const put = (document: DocumentData, n = 0) => replace(host, `${path}-${n}`, document);
    const isTaken = (document: DocumentData) => schema.safeParse(asRead(document)).success;
    const isFrozen = (field: string) => shape.frozen.includes(field);

    describe(`of ${what}`, () => {
      for (const [field, { right, wrong }] of Object.entries(shape.fields)) {
        const law = isFrozen(field) ? "leaves as it is" : "is what the schema takes as";

        it(`${law}: ${field}`, async () => {
          const all = [...Object.entries(right), ...Object.entries(wrong), ["no such field"]];
          const odd = all.map(async ([name = "", ...value], n) => {
            const document = {
              ...without(good, field),
              ...(value.length > 0 && { [field]: value[0] }),
            };
            const expected = name in right;
            const wrote = await put(document, n);
            // The schema knows no time that is the server's, no past, and no zero with a sign.
            const isKnown = !isFrozen(field) && field !== "updatedAt" && !Object.is(value[0], -0);
            const takes = isKnown ? isTaken(document) : expected;
            return wrote === expected && takes === expected
              ? []
              : [{ name, expected, wrote, takes }];
          });
          assert.deepEqual((await Promise.all(odd)).flat(), []);
        });
      }

      it("has all the fields of the schema, and no other", async () => {
        assert.deepEqual(
          Object.keys(shape.fields).toSorted(),
          Object.keys(schema.shape).toSorted(),
        );
        assert.equal(await put({ ...good, canary: true }), false);
        assert.equal(
          await update(host, `${path}-0`, { canary: true, updatedAt: SERVER_TIME }),
          false,
        );
      });

      it("may be as large as the schema lets it be", async () => {
        const largest = { ...good, ...shape.largest };
        assert.ok(isTaken(largest));
        assert.equal(await put(largest), true);
      });

      it("has whole numbers that are stored as such, which the schema can't tell", async () => {
        for (const field of shape.whole) {
          assert.equal(await put({ ...good, [field]: new Double(kept[field]) }), false, field);
        }
        assert.equal(await put(good), true);
      });
    });
  }

  it("of a room type asks for no stay that is longer than the longest, as its schema", async () => {
    const { path, kept, schema } = shapes["a room type"] ?? assert.fail();
    for (const [minStay, maxStay, right] of [
      [4, 3, false],
      [3, 3, true],
    ] as const) {
      const document = { ...kept, minStay, maxStay, updatedAt: SERVER_TIME };
      assert.equal(await replace(host, `${path}-0`, document), right);
      assert.equal(schema.safeParse(asRead(document)).success, right);
    }
  });
});
