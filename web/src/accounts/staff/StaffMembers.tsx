import { documentId, limit, orderBy, query } from "firebase/firestore";
import { UserRoundCog } from "lucide";
import { accounts } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { Badge, Empty, Loading, More, Refusal } from "../../core/ui/index.ts";
import { PersonName, personPath } from "./PersonName.tsx";
import { roleNames } from "./roles.ts";

const PAGE = 25;

/** Who has a role. */
export function StaffMembers() {
  const staff = query(accounts.documents.staff, orderBy(documentId()), limit(PAGE));
  const pages = usePages(staff, PAGE);
  return (
    <>
      {pages.isLoading && <Loading what="Looking for staff" />}
      <Refusal problem={pages.problem} />
      {!pages.isLoading && !pages.problem && pages.docs.length === 0 && (
        <Empty icon={UserRoundCog} title="Nobody is staff">
          <p>Choose somebody under “Everybody”, and give them a role.</p>
        </Empty>
      )}
      <ul class="lines">
        {pages.docs.map((found) => (
          <li key={found.id}>
            <div class="what">
              <a class="leads" href={personPath(found.id)}>
                <PersonName uid={found.id} />
              </a>
            </div>
            <div class="how">
              {found.data().disabled && <Badge tone="bad">Disabled</Badge>}
              <Badge>{roleNames[found.data().role]}</Badge>
            </div>
          </li>
        ))}
      </ul>
      <More of={pages} />
    </>
  );
}
