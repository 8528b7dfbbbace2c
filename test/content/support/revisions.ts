import { followDraft } from "../../../functions/src/content/followDraft.ts";
import {
  type Draft,
  draftsOf,
  Revision,
  revisionsOf,
} from "../../../functions/src/content/schema.ts";
import type { Person } from "../../support/call.ts";
import { draftFields } from "./sites.ts";

/** A change of a draft, as an event tells of it. */
export interface Saved {
  siteId: string;
  articleId: string;
  before: Draft;
  after: Draft;
}

/** Does `work`, and answers what it changed of a draft. */
export async function changed(
  siteId: string,
  articleId: string,
  work: () => Promise<unknown>,
): Promise<Saved> {
  const draft = async () => {
    const found = (await draftsOf(siteId).doc(articleId).get()).data();
    if (!found) throw new Error(`There is no draft ${articleId}.`);
    return found;
  };
  const before = await draft();
  await work();
  return { siteId, articleId, before, after: await draft() };
}

/** Lets the functions hear that a draft was changed. */
export const hear = ({ siteId, articleId, before, after }: Saved): Promise<void> =>
  (followDraft as unknown as { run(event: object): Promise<void> }).run({
    data: { before: { data: () => before }, after: { data: () => after } },
    params: { site: siteId, draft: articleId },
  });

/** What is kept of a draft, oldest first. Each is as it has to be, and in its own place. */
export async function revisionsNow(siteId: string, articleId: string): Promise<Revision[]> {
  const { docs } = await revisionsOf(siteId, articleId).orderBy("version").get();
  return docs.map((one) => {
    const kept = Revision.parse(one.data());
    if (one.id !== String(kept.version)) throw new Error(`${one.ref.path} is another version.`);
    return kept;
  });
}

/** Keeps versions of a draft, each with its number as its text. */
export async function putRevisions(
  siteId: string,
  articleId: string,
  author: Person,
  versions: readonly number[],
): Promise<void> {
  const revisions = revisionsOf(siteId, articleId);
  const batch = revisions.firestore.batch();
  for (const version of versions) {
    const { title, slug, summary, tags, cover, byline, updatedAt } = draftFields(author);
    const writing = { title, slug, summary, body: `Version ${version}.`, tags, cover, byline };
    batch.set(revisions.doc(String(version)), {
      ...writing,
      ...{ version, savedBy: author.uid, savedAt: updatedAt },
    });
  }
  await batch.commit();
}
