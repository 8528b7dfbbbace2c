import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc, { type Arbitrary } from "fast-check";
import { type DocumentData, FieldValue } from "firebase/firestore/lite";
import type * as z from "zod";
import { clientWrites, isOf } from "./clientWrites.ts";
import { factor, keepProof, seed } from "./proof.ts";
import { claimsOf, guarded, putRules, rulesText } from "./rules.ts";
import { documents, hostile } from "./rulesHostile.ts";
import { asRead, plain, shown } from "./rulesRead.ts";
import { SERVER, SERVER_TIME, type Wire, type Write, wire } from "./rulesWire.ts";

/** A way in which clients write documents: as new ones, or in the place of what stands there. */
export interface Way<Schema extends z.ZodObject = z.ZodObject> {
  schema: Schema;
  /** Where, and who does. */
  path: string;
  by: string;
  /** A right one, after the write. */
  good: DocumentData;
  /**
   * The fields of which the schema says all, as drawn. Of the others the rules say more: they must be as in
   * `good`.
   */
  free?: Arbitrary<{ [Field in keyof z.output<Schema>]?: unknown }>;
  /** What the rules ask besides. */
  also?: (document: DocumentData) => boolean;
  /** What the same commit must hold. */
  along?: (document: DocumentData) => Write[];
  /** As a schema sees it; `asRead` where nothing is said. */
  read?: (document: DocumentData) => DocumentData;
}

export const way = <Schema extends z.ZodObject>(of: Way<Schema>): Way =>
  ({ ...of, good: ofWire(of.good) }) as unknown as Way;

/** How many documents were tried in a way, and how many of them both the rules and the schema took, or refused. */
interface Count {
  path: string;
  method: "create" | "update";
  tried: number;
  taken: number;
  refused: number;
}

/**
 * Of each way `npm test` tries so many documents, fewer where nothing is free; `npm run prove -- schema` tries
 * many times that.
 */
const runsOf = ({ free }: Way): number => (free ? 60 : 25) * factor;

/** The emulator keeps every value that rules have seen, until they are put anew. */
const FORGET_AFTER = 1_000;

/**
 * Holds the rules of `module` to its schemas: in each of the ways they take exactly those documents that the
 * schema takes, right ones, nearly right ones and hostile ones; and no way is left out in which clients
 * write. `standing` is what stands before, by path.
 */
export function heldToSchemas(
  module: string,
  standing: Record<string, DocumentData>,
  ways: Record<string, Way>,
): Wire {
  const { project } = guarded(`${module}-schema`, standing);
  const wired = wire(project, claimsOf);
  const counts: Record<string, Count> = {};
  let sinceForgotten = 0;

  const undone = ({ path }: Write): Write => {
    const before = standing[path];
    return before ? { path, put: before } : { path, remove: true };
  };

  /** Whether the rules let it be written. Then all is again as it was. */
  const isTaken = async ({ path, by, along }: Way, document: DocumentData): Promise<boolean> => {
    if (sinceForgotten++ % FORGET_AFTER === FORGET_AFTER - 1) await putRules(project, rulesText);
    const write = standing[path] ? { path, replace: document } : { path, create: document };
    const writes = [write, ...(along?.(document) ?? [])];
    const taken = await wired.commit(by, writes);
    if (taken) await wired.commit(SERVER, writes.map(undone));
    return taken;
  };

  for (const [what, of] of Object.entries(ways)) {
    const before = standing[of.path] ?? {};

    it(`when ${what}`, async function () {
      this.timeout(40_000 * factor);
      const method = methodOf(of, standing);
      const count: Count = { path: of.path, method, tried: 0, taken: 0, refused: 0 };
      counts[what] = count;
      const agrees = fc.asyncProperty(drawn(of), async ({ document, free }) => {
        const settled = Object.keys({ ...of.good, ...document }).filter(
          (field) => !free.has(field),
        );
        fc.pre(!settled.some((field) => isStoredOtherwise(document[field], before[field])));
        const right =
          of.schema.safeParse((of.read ?? asRead)(document)).success &&
          settled.every((field) => isDeepStrictEqual(document[field], of.good[field])) &&
          (of.also?.(document) ?? true);
        const taken = await isTaken(of, document);
        count.tried++;
        assert.equal(taken, right, `The rules ${taken ? "take" : "refuse"} it`);
        count[taken ? "taken" : "refused"]++;
      });
      await fc.assert(agrees, { numRuns: runsOf(of), seed });
      const { tried, taken } = count;
      this.runnable().title += ` (${tried} documents, ${taken} of them right)`;
      assert.ok(taken > tried / 5 && taken < tried * 0.9, `${taken} of ${tried} were taken`);
    });
  }

  it("and leave out no way in which clients write", () => {
    const untried = clientWrites.filter(
      (write) =>
        write.section === module &&
        !Object.values(ways).some(
          (of) => isOf(of.path, write) && methodOf(of, standing) === write.method,
        ),
    );
    assert.deepEqual(untried, []);
  });

  after(() => keepProof(`schema-${module}`, { module, seed, ways: counts }));
  return wired;
}

const methodOf = ({ path }: Way, standing: Record<string, DocumentData>): "create" | "update" =>
  standing[path] ? "update" : "create";

/** The server's time can be put into fields of a document, and not below them. */
const values = fc.oneof(
  { weight: 9, arbitrary: hostile() },
  { weight: 1, arbitrary: fc.constant(SERVER_TIME) },
);

/** Documents of a way, and which fields of them are free. */
const drawn = ({ good, free = fc.constant({}) }: Way) =>
  free.chain((fields) =>
    documents(fc.constant({ ...good, ...fields }), values).map((document) => ({
      document,
      free: new Set(Object.keys(fields)),
      [fc.toStringMethod]: () => shown(document),
    })),
  );

/**
 * Whether a number is what it was but for how it is stored: 2.0 is no change to 2, and rules may look at that
 * or not.
 */
function isStoredOtherwise(value: unknown, before: unknown): boolean {
  return !isDeepStrictEqual(value, before) && isDeepStrictEqual(plain(value), before);
}

/** A document with the server's time as the wire has it. */
const ofWire = (document: DocumentData): DocumentData =>
  Object.fromEntries(
    Object.entries(document).map(([field, value]) => [
      field,
      value instanceof FieldValue ? SERVER_TIME : value,
    ]),
  );
