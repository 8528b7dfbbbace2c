import { doc, type Firestore, getDoc, serverTimestamp, updateDoc } from "firebase/firestore";
import { contentDocuments, type Draft } from "../content.ts";
import { KindlingError } from "../errors.ts";
import { isDenied } from "../overtaken.ts";

/** What of a draft is saved. */
export type DraftChanges = Partial<
  Pick<Draft, "title" | "slug" | "summary" | "body" | "tags" | "cover" | "byline">
>;

/** Saves changes to a draft that was `seen` as it is; answers it as it is then, for the next save. */
export type SaveDraft = (
  siteId: string,
  articleId: string,
  seen: Draft,
  changes: DraftChanges,
  uid: string,
) => Promise<Draft>;

/**
 * One write, and no read: made for autosave. Each save is one version more than the one that was seen;
 * rejects with a `KindlingError`, `failed-precondition`/`version-conflict` with the `version` there is
 * and who made it (`updatedBy`), where another has saved meanwhile, and with `wrong-state` and the
 * `state` where the draft was submitted, scheduled or binned; with the SDK's `permission-denied` where
 * the rules refuse it for what it is. A published draft that is saved is a draft again, and stays
 * published as it was.
 */
export const savingDraft =
  (db: Firestore): SaveDraft =>
  async (siteId, articleId, seen, changes, uid) => {
    const draft = doc(contentDocuments(db).drafts(siteId), articleId);
    const saved = {
      ...changes,
      version: seen.version + 1,
      updatedBy: uid,
      state: seen.state === "published" ? ("draft" as const) : seen.state,
    };
    try {
      await updateDoc(draft, { ...saved, updatedAt: serverTimestamp() });
    } catch (error) {
      if (!isDenied(error)) throw error;
      // Rules can't say why: look.
      const current = (await getDoc(draft)).data();
      throw (current && conflictOf(seen, current, error)) ?? error;
    }
    return { ...seen, ...saved };
  };

/** How a draft is another than was seen, if it is. */
export function conflictOf(
  seen: Pick<Draft, "version" | "state" | "deletedAt">,
  current: Draft,
  cause: unknown,
): KindlingError | undefined {
  const { version, updatedBy, state } = current;
  if (version !== seen.version) {
    const sentence = "Somebody has saved it since. Look at what is there first.";
    const details = { version, updatedBy };
    return new KindlingError("failed-precondition", "version-conflict", sentence, details, cause);
  }
  if (state === seen.state && (current.deletedAt === null) === (seen.deletedAt === null)) return;
  const sentence = current.deletedAt
    ? "It is in the bin: take it out first."
    : `It is ${state.replace("_", " ")} by now.`;
  return new KindlingError("failed-precondition", "wrong-state", sentence, { state }, cause);
}
