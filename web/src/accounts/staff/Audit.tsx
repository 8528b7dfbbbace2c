import { ScrollText } from "lucide";
import { accounts } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { StaffPage } from "../../core/staff/StaffPage.tsx";
import { Empty, Loading, More, Refusal } from "../../core/ui/index.ts";
import { AuditLine } from "./AuditLine.tsx";

const PAGE = 50;

/** Who did what to what, the latest first. */
export default function Audit() {
  return (
    <StaffPage
      title="Audit"
      roles={[]}
      lead="What was done that others may ask about. It is written with each deed, and nobody can change it."
    >
      <Entries />
    </StaffPage>
  );
}

function Entries() {
  const pages = usePages(accounts.documents.newestAudit(PAGE), PAGE);
  return (
    <>
      {pages.isLoading && <Loading what="Looking into the audit trail" />}
      <Refusal problem={pages.problem} />
      {!pages.isLoading && !pages.problem && pages.docs.length === 0 && (
        <Empty icon={ScrollText} title="Nothing has happened yet">
          <p>Roles, log-ins of new people, refunds and the like are listed here.</p>
        </Empty>
      )}
      <ul class="lines">
        {pages.docs.map((entry) => (
          <AuditLine key={entry.id} entry={entry.data()} />
        ))}
      </ul>
      <More of={pages} />
    </>
  );
}
