import type { User } from "firebase/auth";
import { doc, setDoc } from "firebase/firestore";
import { type Draft, newDraft, type SiteRole } from "kindling-client";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { content } from "../../core/backend.ts";
import { Dialog, Form, Select, TextField } from "../../core/ui/index.ts";
import { draftPath } from "../addresses.ts";
import { BYLINE, useByline } from "../byline.ts";
import { isAtLeast } from "../roles.ts";

const kinds = [
  ["article", "An article: in lists and feeds, with comments"],
  ["page", "A page: like “About”, for the navigation"],
] as const;

/** Begins an article or a page, and goes on to write it. */
export function NewDraft({
  siteId,
  role,
  user,
  onClose,
}: {
  siteId: string;
  role: SiteRole;
  user: User;
  onClose: () => void;
}) {
  const { route } = useLocation();
  const [title, setTitle] = useState("");
  const [byline, setByline] = useByline(user);
  const [kind, setKind] = useState<Draft["kind"]>("article");
  const begin = () => {
    const draft = doc(content.documents.drafts(siteId));
    // Shown at once, also offline; a refusal the page of the draft tells.
    setDoc(draft, newDraft(user.uid, { title: title.trim(), byline: byline.trim(), kind })).catch(
      () => undefined,
    );
    route(draftPath(siteId, draft.id));
  };
  return (
    <Dialog title="New draft" onClose={onClose}>
      <Form submit="Begin to write" onSubmit={begin} isBusy={false} problem={undefined}>
        <TextField label="Title" maxlength={200} value={title} onValue={setTitle} />
        <TextField label="Written by" required {...BYLINE} value={byline} onValue={setByline} />
        {isAtLeast(role, "editor") && (
          <Select
            label="What it is"
            options={kinds}
            value={kind}
            onValue={(value) => setKind(value === "page" ? "page" : "article")}
          />
        )}
      </Form>
    </Dialog>
  );
}
