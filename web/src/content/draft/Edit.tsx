import { doc } from "firebase/firestore";
import { FileX } from "lucide";
import { useRoute } from "preact-iso";
import { content } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { useSession } from "../../core/session.tsx";
import { Empty, LinkButton, Loading, Page, Refusal } from "../../core/ui/index.ts";
import "../content.css";
import { OfTheTeam } from "../site/SitePage.tsx";
import { Editor } from "./Editor.tsx";

/** An article or a page, as its people work on it. */
export default function Edit() {
  const { siteId = "", draftId = "" } = useRoute().params;
  const { user } = useSession();
  const site = useDocument(content.documents.site(siteId));
  const draft = useDocument(user ? doc(content.documents.drafts(siteId), draftId) : null);
  return (
    <Page
      title={draft.data?.kind === "page" ? "Edit page" : "Edit article"}
      from={[site.data?.title ?? "Site", `/studio/${siteId}`]}
    >
      <RequireUser why="Drafts are for the team of their site.">
        {({ uid }) => (
          <OfTheTeam siteId={siteId} uid={uid}>
            {(_, role) => (
              <>
                <Refusal problem={draft.problem} />
                {draft.isLoading && <Loading what="Looking for the draft" />}
                {draft.data && (
                  <Editor
                    key={draftId}
                    {...{ siteId, draftId, uid, role }}
                    draft={draft.data}
                    isPending={draft.isPending}
                  />
                )}
                {!draft.data && !draft.isLoading && !draft.problem && (
                  <Empty icon={FileX} title="There is no such draft">
                    <p>It may have been in the bin for 30 days.</p>
                    <LinkButton href={`/studio/${siteId}`}>To the articles</LinkButton>
                  </Empty>
                )}
              </>
            )}
          </OfTheTeam>
        )}
      </RequireUser>
    </Page>
  );
}
