import { accounts } from "../../core/backend.ts";
import { useQuery } from "../../core/live.ts";
import { Loading, Refusal } from "../../core/ui/index.ts";
import { AuditLine } from "./AuditLine.tsx";

const NEWEST = 20;

/** What has lately been done to somebody's account, by them or by others. */
export function History({ uid }: { uid: string }) {
  const { docs, isLoading, problem } = useQuery(
    accounts.documents.auditOf(`accounts/${uid}`, NEWEST),
  );
  return (
    <section class="stack" aria-labelledby="history">
      <h2 id="history">What has happened</h2>
      {isLoading && <Loading what="Looking into the audit trail" />}
      <Refusal problem={problem} />
      {!isLoading && !problem && docs.length === 0 && (
        <p class="muted">Nothing of this account is in the audit trail.</p>
      )}
      <ul class="lines">
        {docs.map((entry) => (
          <AuditLine key={entry.id} entry={entry.data()} isAboutKnown />
        ))}
      </ul>
    </section>
  );
}
