import { decide } from "../../../core/decide.ts";
import { inParallel } from "../../../core/inParallel.ts";
import type { Fault } from "../../../core/table/fault.ts";
import type { Catalogue } from "./parse.ts";
import { type ProductPlan, planProduct } from "./plan.ts";
import type { CatalogueRow } from "./row.ts";
import { MAX_TOGETHER, readStandings, type Standing } from "./standing.ts";

/** Of the chunks that are read together, so many are on their way at once. */
const CHUNKS_AT_ONCE = 2;

/** What an import came to. Rows are counted; `products` is how many they were of. */
export interface Outcome {
  created: number;
  updated: number;
  unchanged: number;
  products: number;
  /** Of the file and of what the database holds against it, by line. */
  faults: Fault[];
}

export interface Options {
  /** Reads and decides all the same, and writes nothing. */
  dryRun: boolean;
  /** Hears after each product how many are done. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Applies the good rows of a catalogue, a product in a commit. It may be stopped at any moment,
 * run again, and run twice at once: what is so already is not written, and an opening stock is
 * received once. A product that cannot be written ends it, with what `decide` refuses; those
 * before it stay applied.
 */
export async function applyCatalogue(
  { products, faults }: Catalogue,
  { dryRun, onProgress }: Options,
): Promise<Outcome> {
  const outcome = { created: 0, updated: 0, unchanged: 0, products: products.length };
  const found = [...faults];
  let done = 0;
  await inParallel(chunksOf(products), CHUNKS_AT_ONCE, async (chunk) => {
    const looks = await decide(async (read) => ({ answer: await readStandings(read, chunk) }));
    const indices = [...chunk.keys()];
    await inParallel(indices, MAX_TOGETHER, async (index) => {
      const plan = await applyProduct(chunk[index]!, looks[index], dryRun);
      outcome.created += plan.created;
      outcome.updated += plan.updated;
      outcome.unchanged += plan.unchanged;
      found.push(...plan.faults);
      onProgress?.(++done, products.length);
    });
  });
  return { ...outcome, faults: found.toSorted((a, b) => a.line - b.line) };
}

const chunksOf = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / MAX_TOGETHER) }, (_, n) =>
    items.slice(n * MAX_TOGETHER, (n + 1) * MAX_TOGETHER),
  );

/**
 * One product, decided from the look that was taken at its chunk; if that has been overtaken, from
 * one of its own. Where its lowest price was raised or it was taken off sale, it is looked at again:
 * a variant may have been put on sale, or made cheaper, while that was committed. Once it stands,
 * the rules refuse those, so the rounds come to an end.
 */
async function applyProduct(
  rows: readonly CatalogueRow[],
  look: Standing | undefined,
  dryRun: boolean,
): Promise<ProductPlan> {
  let first = look;
  const round = (othersMatter?: () => boolean) =>
    decide(async (read) => {
      const [own] = first ? [first] : await readStandings(read, [rows], othersMatter);
      first = undefined;
      const answer = planProduct(rows, own!);
      return { answer, writes: dryRun ? [] : answer.writes };
    });
  const plan = await round();
  let { narrows } = plan;
  while (narrows && !dryRun) ({ narrows } = await round(() => true));
  return plan;
}
