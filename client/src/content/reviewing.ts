import { doc, type Firestore, runTransaction, serverTimestamp } from "firebase/firestore";
import { contentDocuments, type Draft } from "../content.ts";
import { KindlingError } from "../errors.ts";
import { conflictOf } from "./saving.ts";

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
  /** As it was seen: its author may take it back, change it and submit it again meanwhile. */
  seen: Pick<Draft, "version" | "state" | "deletedAt">,
  /** What the reviewer says; who rejects says something. */
  note?: string,
) => Promise<void>;

/**
 * Takes the step with what was seen, and nothing else. Rejects with a `KindlingError`,
 * `failed-precondition` with `version-conflict` or `wrong-state` where it is another by now (see
 * `SaveDraft`), `invalid-argument`/`note-required` for a rejection that says nothing: to the rules
 * it would be a withdrawal, and nobody would be written to. With the SDK's `permission-denied`
 * where the rules refuse: whose turn it is not, what is not where the step begins.
 */
export const reviewing =
  (db: Firestore): ReviewDraft =>
  async (siteId, articleId, step, seen, note) => {
    if (step === "reject" && (note ?? "").trim() === "") {
      const sentence = "Say what is missing, so that its author knows.";
      const details = { field: "note" };
      throw new KindlingError("invalid-argument", "note-required", sentence, details, undefined);
    }
    const draft = doc(contentDocuments(db).drafts(siteId), articleId);
    await runTransaction(db, async (transaction) => {
      const current = (await transaction.get(draft)).data();
      const conflict = current && conflictOf(seen, current, undefined);
      if (conflict) throw conflict;
      const said = note === undefined ? {} : { note };
      transaction.update(draft, { ...steps[step], ...said, updatedAt: serverTimestamp() });
    });
  };
