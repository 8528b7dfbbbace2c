import { MessageSquareCheck } from "lucide";
import { useState } from "preact/hooks";
import { content } from "../../core/backend.ts";
import { useQuery } from "../../core/live.ts";
import { Empty, Loading, Notice, Refusal } from "../../core/ui/index.ts";
import { isAtLeast } from "../roles.ts";
import { ReportedComment } from "./ReportedComment.tsx";
import { type AtSite, SitePage } from "./SitePage.tsx";

/** What readers have reported, for editors to look at. */
export default function Comments() {
  return <SitePage>{(at) => <Reported {...at} />}</SitePage>;
}

function Reported({ siteId, role, site }: AtSite) {
  const mayModerate = isAtLeast(role, "editor");
  const reported = useQuery(mayModerate ? content.documents.reportedOf(siteId, 20) : null);
  const [settled, setSettled] = useState<string>();
  return (
    <>
      <h2>Reported comments</h2>
      <p class="muted">
        After {site.comments.hideAt} reports a comment is hidden until an editor has looked at it.
        All comments stand under their articles.
      </p>
      {!mayModerate && <Notice>Editors look at these.</Notice>}
      <Refusal problem={reported.problem} />
      {reported.isLoading && <Loading what="Looking for reports" />}
      {settled && <Notice tone="good">{settled}</Notice>}
      {mayModerate && !reported.isLoading && !reported.problem && reported.docs.length === 0 && (
        <Empty icon={MessageSquareCheck} title="Nothing to look at">
          <p>What readers report stands here.</p>
        </Empty>
      )}
      <ul class="stack">
        {reported.docs.map((one) => (
          <ReportedComment
            key={one.id}
            siteId={siteId}
            reported={one.data()}
            onSettled={setSettled}
          />
        ))}
      </ul>
    </>
  );
}
