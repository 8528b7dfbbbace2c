import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { KINDLING_RUNS, KINDLING_SEED, KINDLING_PROOF_TO } = process.env;

/** How many times as many cases are tried as `npm test` tries. */
export const factor = Number(KINDLING_RUNS ?? 1);

/** Of what is drawn. Fixed, so that what fails once fails again; where many are tried, another each time. */
export const seed = Number(KINDLING_SEED ?? (factor > 1 ? Date.now() % 2 ** 31 : 20261129));

/** Keeps what was counted under `name`, where it is asked for. */
export function keepProof(name: string, counted: object): void {
  if (!KINDLING_PROOF_TO) return;
  mkdirSync(KINDLING_PROOF_TO, { recursive: true });
  writeFileSync(join(KINDLING_PROOF_TO, `${name}.json`), `${JSON.stringify(counted, null, 2)}\n`);
}
