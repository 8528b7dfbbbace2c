import {
  type DocumentReference,
  type DocumentSnapshot,
  FieldValue,
} from "firebase-admin/firestore";
import { HOUR, SECOND, stamp } from "../../core/clock.ts";
import { create, merge, type Read, update, type Write } from "../../core/decide.ts";
import { refuse } from "../../core/refuse.ts";
import type { Timestamp } from "../../core/schema.ts";
import { type Article, type Draft, sites, tagsOf } from "../schema.ts";
import { claimFor } from "./slugs.ts";

/** To make HTML takes time, of which there is only so much for all. */
export const PUBLISH_LIMIT = { calls: 200, seconds: HOUR / SECOND };

/** Bytes, of what a page, and twenty times a feed, has to carry. */
const MAX_HTML = 200_000;

/** What a draft and its live copy are, as one reading found them. */
export interface Standing {
  siteId: string;
  draft: DocumentSnapshot<Draft>;
  article: DocumentSnapshot<Article>;
}

/**
 * The writes by which a draft, as it is, becomes what readers see: the live copy, its address, the
 * counts of its tags, the draft's own word of it, and the site's version, by which pages are kept.
 * `at` is when it comes out; that it came out before stays as it is. Its counters and whether
 * comments are open are not touched.
 *
 * Refuses what `refuseIncomplete` and `claimFor` refuse.
 */
export async function goLive(
  read: Read,
  { siteId, draft: found, article: standing }: Standing,
  at: Timestamp,
  settle = false,
): Promise<{ slug: string; writes: Write[] }> {
  const draft = found.data();
  if (!draft) throw new Error(`${found.ref.path} is not there to be published.`);
  const content = await contentOf(draft);
  const article = standing.data();
  const claim = await claimFor(read, siteId, found.id, draft, article, settle);
  const slug = claim.id;
  const shown = { ...content, slug, version: draft.version, published: true, updatedAt: at };
  const fresh: Article = {
    ...shown,
    siteId,
    kind: draft.kind,
    authorId: draft.authorId,
    commentsOpen: draft.kind === "article",
    likes: 0,
    comments: 0,
    firstPublishedAt: at,
  };
  const live = { version: draft.version, slug, at };
  return {
    slug,
    writes: [
      article ? rewrite(standing.ref, shown) : create(standing.ref, fresh),
      update(found, { state: "published", publishAt: null, live }),
      ...(claim.exists ? [] : [create(claim.ref, { articleId: found.id, createdAt: stamp() })]),
      ...moveTags(siteId, draft.kind, article?.published ? article.tags : [], draft.tags),
      touchSite(siteId),
    ],
  };
}

/** The writes by which it is seen no more. What it was, and where, stays for when it comes back. */
export function goDark(
  { siteId, draft: found, article: standing }: Standing,
  state: Draft["state"],
): Write[] {
  const article = standing.data();
  return [
    ...(article
      ? [
          rewrite(standing.ref, { published: false }),
          ...moveTags(siteId, article.kind, article.published ? article.tags : [], []),
        ]
      : []),
    update(found, { state, live: null, publishAt: null }),
    touchSite(siteId),
  ];
}

/** What a draft shows to readers. Refuses what `refuseIncomplete` refuses. */
export async function contentOf(draft: Draft) {
  refuseIncomplete(draft);
  // Takes a moment to load, and most functions don't need it.
  const { htmlOf, summaryOf } = await import("./markdown.ts");
  const { title, body, tags, cover, byline } = draft;
  const html = htmlOf(body);
  if (Buffer.byteLength(html) > MAX_HTML) {
    refuse("failed-precondition", "too-large", "It is too large to be published. Split it.");
  }
  return { title, summary: draft.summary || summaryOf(html), html, tags, cover, byline };
}

/** Refuses `failed-precondition`/`incomplete` with the `fields` that are missing. */
function refuseIncomplete(draft: Draft): void {
  const fields = (["title", "body"] as const).filter((field) => draft[field].trim() === "");
  if (fields.length === 0) return;
  const said = fields.join(" and a ");
  refuse("failed-precondition", "incomplete", `It takes a ${said} to be published.`, { fields });
}

/** Pages are not found by their tags. */
function moveTags(
  siteId: string,
  kind: Draft["kind"],
  before: readonly string[],
  after: readonly string[],
): Write[] {
  if (kind === "page") return [];
  const move = (tags: readonly string[], by: number) =>
    tags.map((tag) => merge(tagsOf(siteId).doc(tag), { count: FieldValue.increment(by) }));
  return [
    ...move(
      after.filter((tag) => !before.includes(tag)),
      1,
    ),
    ...move(
      before.filter((tag) => !after.includes(tag)),
      -1,
    ),
  ];
}

/**
 * Whatever its readers do to its counters meanwhile: else those who like it could keep it from being taken
 * back. Who publishes is kept apart from others who do by the draft.
 */
const rewrite =
  (ref: DocumentReference<Article>, fields: Partial<Article>): Write =>
  (batch) =>
    batch.update(ref, fields);

/** Where there is no such site any more, the commit fails. */
const touchSite =
  (siteId: string): Write =>
  (batch) =>
    batch.update(sites.doc(siteId), { version: FieldValue.increment(1) });
