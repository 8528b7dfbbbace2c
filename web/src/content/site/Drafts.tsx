import { FilePlus } from "lucide";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Button } from "../../core/ui/index.ts";
import { Choices } from "../Choices.tsx";
import { isAtLeast } from "../roles.ts";
import { DraftList } from "./DraftList.tsx";
import { NewDraft } from "./NewDraft.tsx";
import { type AtSite, SitePage } from "./SitePage.tsx";
import { viewNamed, views } from "./views.ts";

/** What the team of a site works on. */
export default function Drafts() {
  return <SitePage>{(at) => <Desk {...at} />}</SitePage>;
}

function Desk({ siteId, role, user }: AtSite) {
  const { query } = useLocation();
  const [isBeginning, setBeginning] = useState(false);
  const view = viewNamed(query.show);
  const begin = isAtLeast(role, "contributor") && (
    <Button look="primary" icon={FilePlus} onClick={() => setBeginning(true)}>
      New draft
    </Button>
  );
  return (
    <>
      <div class="row between">
        <h2>Articles</h2>
        {begin}
      </div>
      <Choices
        label="Which articles"
        choices={views.map(({ name, title }) => [
          title,
          `/studio/${siteId}${name === "all" ? "" : `?show=${name}`}`,
        ])}
      />
      <DraftList key={view.name} siteId={siteId} view={view} user={user} />
      {isBeginning && (
        <NewDraft siteId={siteId} role={role} user={user} onClose={() => setBeginning(false)} />
      )}
    </>
  );
}
