import { limit, orderBy, query } from "firebase/firestore";
import { Footprints } from "lucide";
import { accounts } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { Badge, Empty, Loading, More, Refusal } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";
import { PersonName, personPath } from "./PersonName.tsx";

const PAGE = 25;

/** Who has asked for their account to be deleted, and when it will be gone. */
export function Leaving() {
  const leaving = query(accounts.documents.deletions, orderBy("dueAt"), limit(PAGE));
  const pages = usePages(leaving, PAGE);
  return (
    <>
      {pages.isLoading && <Loading what="Looking for who leaves" />}
      <Refusal problem={pages.problem} />
      {!pages.isLoading && !pages.problem && pages.docs.length === 0 && (
        <Empty icon={Footprints} title="Nobody is leaving">
          <p>Whoever asks for their account to be deleted is listed here until it is gone.</p>
        </Empty>
      )}
      <ul class="lines">
        {pages.docs.map((found) => {
          const { emails, dueAt, state } = found.data();
          return (
            <li key={found.id}>
              <div class="what">
                <a class="leads" href={personPath(found.id)}>
                  <PersonName uid={found.id} otherwise={emails[0]} />
                </a>
                <p class="hint">{emails.join(", ") || "No e-mail address"}</p>
              </div>
              <div class="how">
                <Badge tone="warn">
                  {state === "requested" ? `Until ${day(dueAt)}` : "Being deleted"}
                </Badge>
              </div>
            </li>
          );
        })}
      </ul>
      <More of={pages} />
    </>
  );
}
