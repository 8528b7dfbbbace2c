import {
  commentersOf,
  commentsOf,
  reportedComment,
  reportsOf,
} from "../../../functions/src/content/comments/schema.ts";
import { type Draft, revisionsOf } from "../../../functions/src/content/schema.ts";
import { invitesOf } from "../../../functions/src/content/team/schema.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { everyDocument } from "../../support/everything.ts";
import { type Member, type OpenSite, putPublished } from "./sites.ts";

/** Puts all there that an article can have below it and beside it. Answers its id. */
export async function putFullArticle(
  { siteId, author, reader }: { siteId: string; author: Member; reader: Member },
  fields: Partial<Draft> = {},
): Promise<string> {
  const articleId = await putPublished(siteId, author, fields, { comments: 1 });
  const at = stamp();
  const batch = db.batch();
  const commentId = `said-of-${articleId}`;
  batch.set(commentsOf(siteId, articleId).doc(commentId), {
    ...{ text: "Mine took three.", authorId: reader.uid, byline: "Ben Crumb", replyTo: null },
    ...{ hidden: null, approved: false, createdAt: at, updatedAt: at },
  });
  batch.set(reportsOf(siteId, articleId, commentId).doc(author.uid), {
    ...{ uid: author.uid, reason: "other", note: "", createdAt: at },
  });
  batch.set(reportedComment(siteId, articleId, commentId), {
    ...{ articleId, commentId, reports: 1, hidden: false, reportedAt: at },
  });
  batch.set(commentersOf(siteId).doc(reader.uid), {
    ...{ uid: reader.uid, articleId, commentId, at, commentedAt: at },
  });
  batch.set(revisionsOf(siteId, articleId).doc("1"), {
    ...{ title: "Bread", slug: "", summary: "", body: "Of before.", tags: [], cover: null },
    ...{ byline: "Ada Oven", version: 1, savedBy: author.uid, savedAt: at },
  });
  await batch.commit();
  return articleId;
}

/** Fills a site with one of everything. Answers the article's id. */
export async function fill(site: OpenSite): Promise<string> {
  const articleId = await putFullArticle(site, { tags: ["bread"] });
  await invitesOf(site.siteId)
    .doc("an-invite")
    .set({
      ...{ email: "friend@example.com", role: "author", invitedBy: site.owner.uid },
      ...{ tokenHash: "hash", createdAt: stamp(), expiresAt: stamp(), accepted: false },
    });
  return articleId;
}

/** The kinds of what is left of a site, in alphabetical order: the collections, from the outermost. */
export async function leftOf(siteId: string): Promise<string[]> {
  const kinds = (await everyDocument())
    .filter(({ path }) => path.split("/")[1] === siteId)
    .map(({ path }) =>
      path
        .split("/")
        .filter((_, index) => index % 2 === 0)
        .join("/"),
    );
  return [...new Set(kinds)].sort();
}

/** Does `work` while the document at `path` can't be deleted with what is around it. */
export async function whileStuck<Outcome>(
  path: string,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const recursiveDelete = db.recursiveDelete;
  db.recursiveDelete = async (ref) => {
    const writer = db.bulkWriter();
    const remove = writer.delete.bind(writer);
    writer.delete = (one, ...rest) =>
      one.path === path ? Promise.reject(new Error("It does not go.")) : remove(one, ...rest);
    return recursiveDelete.call(db, ref, writer);
  };
  try {
    return await work();
  } finally {
    db.recursiveDelete = recursiveDelete;
  }
}
