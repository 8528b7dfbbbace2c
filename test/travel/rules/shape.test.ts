import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc, { type Arbitrary } from "fast-check";
import type { DocumentData } from "firebase/firestore/lite";
import type * as z from "zod";
import { Property, RoomType } from "../../../functions/src/travel/schema.ts";
import { claimsOf, guarded } from "../../support/rules.ts";
import { asRead, documents, shown } from "../../support/rulesArbitraries.ts";
import { type Field, without } from "../../support/rulesShape.ts";
import { Double, SERVER_TIME, wire } from "../../support/rulesWire.ts";
import { propertyDocuments, roomTypeDocuments } from "../support/rulesArbitraries.ts";
import { aStay, host, property, roomType } from "../support/rulesDocuments.ts";
import { frozen, propertyFields, roomTypeFields } from "../support/rulesFields.ts";

/** The seed is fixed, so that what fails once fails again. */
const seed = 20261204;

const stay = aStay("house");

/** As many as a field has values: each is tried on a document of its own, all at once. */
const COPIES = 40;

interface Shape {
  path: string;
  kept: DocumentData;
  schema: z.ZodObject;
  fields: Record<string, Field>;
  frozen: readonly string[];
  random: Record<string, Arbitrary<unknown>>;
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
    random: propertyDocuments,
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
    random: roomTypeDocuments,
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

      it("is taken exactly if the schema takes it, whatever it is", async () => {
        let tried = 0;
        let taken = 0;
        const agrees = fc.asyncProperty(documents(shape.random), async (document) => {
          const stays = shape.frozen.every((name) => isDeepStrictEqual(document[name], kept[name]));
          const isStamped = document.updatedAt === SERVER_TIME;
          const right =
            isTaken(document) &&
            stays &&
            isStamped &&
            Number(document.minStay ?? 1) <= Number(document.maxStay ?? 1);
          const wrote = await put(document);
          tried++;
          if (wrote) taken++;
          assert.equal(wrote, right, `the rules ${wrote ? "take" : "refuse"} ${shown(document)}`);
        });
        await fc.assert(agrees, { numRuns: 80, seed });
        assert.ok(taken > tried / 5 && taken < tried * 0.9, `${taken} of ${tried} were taken`);
      });
    });
  }

  it("of a room type asks for no stay that is longer than the longest", async () => {
    const { path, kept } = shapes["a room type"] ?? assert.fail();
    const put = (minStay: number, maxStay: number) =>
      replace(host, `${path}-0`, { ...kept, minStay, maxStay, updatedAt: SERVER_TIME });
    assert.equal(await put(4, 3), false);
    assert.equal(await put(3, 3), true);
  });
});
