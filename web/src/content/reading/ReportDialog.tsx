import { doc, setDoc } from "firebase/firestore";
import { newReport, type Report } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { useSession } from "../../core/session.tsx";
import { Dialog, Form, Loading, Notice, Select, TextArea } from "../../core/ui/index.ts";
import { REASONS, reasonNamed } from "../reasons.ts";
import type { AboutComment } from "./EditComment.tsx";

/** Tells the editors what is wrong with a comment, once. */
export function ReportDialog({ siteId, articleId, comment, onClose }: AboutComment) {
  const { user } = useSession();
  const uid = user?.uid ?? "";
  const own = doc(content.documents.reports(siteId, articleId, comment.id), uid);
  const before = useDocument(own);
  const [reason, setReason] = useState<Report["reason"]>("spam");
  const [note, setNote] = useState("");
  const report = useAction(() => setDoc(own, newReport(uid, reason, note)));
  return (
    <Dialog title="Report this comment" onClose={onClose}>
      {before.isLoading ? (
        <Loading rows={1} />
      ) : before.data && !before.isPending ? (
        <Notice tone="good">You have reported it. An editor of the site will look at it.</Notice>
      ) : (
        <Form
          submit="Report it"
          onSubmit={() => report.run()}
          isBusy={report.isBusy}
          problem={report.problem}
        >
          <p class="written">{comment.data().text}</p>
          <Select
            label="What is wrong with it"
            options={Object.entries(REASONS)}
            value={reason}
            onValue={(name) => setReason(reasonNamed(name))}
          />
          <TextArea
            label="In your own words"
            hint="Optional. The editors of the site read it."
            rows={3}
            maxlength={500}
            value={note}
            onValue={setNote}
          />
        </Form>
      )}
    </Dialog>
  );
}
