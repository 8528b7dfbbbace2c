import { doc, type Firestore, serverTimestamp, updateDoc } from "firebase/firestore";
import { contentDocuments, type Draft } from "../content.ts";

/** What becomes of a draft that is to be approved, and where it is then. */
const steps = {
  submit: { state: "in_review", note: "" },
  withdraw: { state: "draft" },
  approve: { state: "ready" },
  reject: { state: "draft" },
} as const satisfies Record<string, Partial<Draft>>;

/** `submit` and `withdraw` are for who wrote it, `approve` and `reject` for editors. */
export type ReviewDraft = (
  siteId: string,
  articleId: string,
  step: keyof typeof steps,
  /** What the reviewer says; who rejects says something. */
  note?: string,
) => Promise<void>;

/**
 * Rejects with the SDK's `permission-denied` where the rules refuse: whose turn it is not, what is not
 * where the step begins, a rejection without a note.
 */
export const reviewing =
  (db: Firestore): ReviewDraft =>
  (siteId, articleId, step, note) => {
    const said = note === undefined ? {} : { note };
    return updateDoc(doc(contentDocuments(db).drafts(siteId), articleId), {
      ...steps[step],
      ...said,
      updatedAt: serverTimestamp(),
    });
  };
