import { callable } from "../core/callable.ts";
import { applyCatalogue } from "./catalogue/import/apply.ts";
import { parseCatalogue } from "./catalogue/import/parse.ts";
import { ImportCatalogue } from "./inputs.ts";

/** So many faults are named in one answer. */
const MAX_FAULTS = 100;

/**
 * Brings the catalogue to what a CSV or JSON file of up to 4 MiB says, a row a variant: see
 * docs/operations.md. Good rows are applied also where others are bad. The same file may be sent
 * again at any time, also after no answer came: what is so already is not written. With `dryRun`
 * nothing is.
 *
 * Answers how many rows were `created`, `updated` and `unchanged`, of how many `products`; the
 * first 100 `faults` `{ line, field, message }` and their `faultCount`; whether it was `applied`.
 * For inventory managers. Refuses `invalid-argument`/`unreadable` (with the `line`) what is no
 * table at all, and what `decide` refuses: what was applied by then stays.
 */
export const importCatalogue = callable(
  {
    access: ["inventory_manager"],
    input: ImportCatalogue,
    maxBytes: 4 * 1024 * 1024,
    options: { timeoutSeconds: 300, memory: "512MiB" },
  },
  async ({ format, content, dryRun }) => {
    const { faults, ...counts } = await applyCatalogue(parseCatalogue(format, content), { dryRun });
    return {
      ...counts,
      faults: faults.slice(0, MAX_FAULTS),
      faultCount: faults.length,
      applied: !dryRun,
    };
  },
);
