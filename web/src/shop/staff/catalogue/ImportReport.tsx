import type { shop } from "../../../core/backend.ts";
import { Notice } from "../../../core/ui/index.ts";
import { count } from "../../../core/words.ts";

export type Outcome = Awaited<ReturnType<typeof shop.call.importCatalogue>>;

/** What has become of a file, or would: and which of its rows are at fault. */
export function ImportReport({ outcome }: { outcome: Outcome }) {
  const { created, updated, unchanged, products, faults, faultCount, applied } = outcome;
  const are = applied ? "are" : "would be";
  return (
    <>
      <Notice tone={applied ? "good" : "plain"}>
        <p class="strong">{applied ? "It is imported." : "Nothing is written yet."}</p>
        <p>
          {created + updated + unchanged === 0
            ? "No row of the file can be imported as it is."
            : `Of ${count(products, "product")}, ${count(created, "row")} ${are} new, ${updated} ${are} changed and ${unchanged} ${are} as before.`}
        </p>
      </Notice>
      {faultCount > 0 && (
        <section class="card">
          <h2>{count(faultCount, "fault")}</h2>
          <p class="hint">
            Rows with a fault are left out. Mend them in the file and choose it again.
            {faultCount > faults.length && ` These are the first ${faults.length}.`}
          </p>
          <ul class="lines">
            {faults.map(({ line, field, message }, index) => (
              <li key={`${line} ${index}`}>
                <div class="what">
                  <p class="strong">
                    Line {line}, {field}
                  </p>
                  <p>{message}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
