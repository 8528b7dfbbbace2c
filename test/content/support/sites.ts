import { randomUUID } from "node:crypto";
import {
  Article,
  articlesOf,
  Draft,
  draftsOf,
  Site,
  SlugClaim,
  sites,
  slugsOf,
  Tag,
  tagsOf,
} from "../../../functions/src/content/schema.ts";
import { type SiteRole, Team, teams } from "../../../functions/src/content/team/schema.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { customer, type Person } from "../../support/call.ts";

export type Member = ReturnType<typeof customer>;

/** A site that is there, and who is what at it: `const { siteId, editor } = await openSite()`. */
export type OpenSite = { siteId: string } & Record<SiteRole, Member>;

/** Puts a site there of whose team somebody is of each role. */
export async function openSite(
  fields: Partial<Site> = {},
  siteId = `site-${randomUUID().slice(0, 8)}`,
): Promise<OpenSite> {
  const members: Record<SiteRole, Member> = {
    owner: customer(),
    editor: customer(),
    author: customer(),
    contributor: customer(),
    reader: customer(),
  };
  const roles = Object.fromEntries(
    Object.entries(members).map(([role, { uid }]) => [uid, role as SiteRole]),
  );
  const batch = db.batch();
  batch.set(sites.doc(siteId), Site.parse(siteFields(fields)));
  batch.set(teams.doc(siteId), Team.parse(teamFields(roles)));
  await batch.commit();
  return { siteId, ...members };
}

/** A site that nothing else is said of. */
export const siteFields = (fields: Partial<Site> = {}): Site => ({
  title: "The Long Table",
  description: "",
  language: "en",
  theme: { accent: "#0b6e4f", font: "sans", scheme: "auto", logo: null },
  navigation: [],
  comments: { open: true, slowSeconds: 0, hideAt: 3 },
  followers: 0,
  version: 1,
  deletedAt: null,
  createdAt: stamp(),
  updatedAt: stamp(),
  ...fields,
});

export const teamFields = (roles: Team["roles"]): Team => ({
  roles,
  memberIds: Object.keys(roles),
  createdAt: stamp(),
  updatedAt: stamp(),
});

/** A draft of somebody's that could be published as it is. */
export const draftFields = (author: Person, fields: Partial<Draft> = {}): Draft => ({
  title: "Two days of bread",
  slug: "",
  summary: "",
  body: "A loaf takes *two days*.",
  tags: [],
  cover: null,
  byline: "Ada Oven",
  kind: "article",
  authorId: author.uid,
  version: 1,
  updatedBy: author.uid,
  state: "draft",
  note: "",
  publishAt: null,
  live: null,
  deletedAt: null,
  createdAt: stamp(),
  updatedAt: stamp(),
  ...fields,
});

/** Puts a draft there as it is. Answers its id. */
export async function putDraft(
  siteId: string,
  author: Person,
  fields: Partial<Draft> = {},
  articleId: string = randomUUID(),
): Promise<string> {
  await draftsOf(siteId)
    .doc(articleId)
    .set(Draft.parse(draftFields(author, fields)));
  return articleId;
}

/**
 * Puts a draft there with the live copy that its version is published as, at an address that is nobody
 * else's. With another `state` than "published" it was gone on with since. Answers its id.
 */
export async function putPublished(
  siteId: string,
  author: Person,
  fields: Partial<Draft> = {},
  counters: Partial<Article> = {},
): Promise<string> {
  const articleId = randomUUID();
  const draft = draftFields(author, { state: "published", ...fields });
  const { title, tags, cover, byline, version, kind } = draft;
  const slug = draft.slug || `at-${articleId.slice(0, 8)}`;
  const live = { version, slug, at: stamp() };
  const article: Article = {
    ...{ siteId, kind, title, slug, summary: "", html: "<p>A loaf.</p>\n", tags, cover, byline },
    authorId: author.uid,
    version,
    published: true,
    commentsOpen: true,
    likes: 0,
    comments: 0,
    firstPublishedAt: stamp(),
    updatedAt: stamp(),
    ...counters,
  };
  const counts = await tagCounts(siteId);
  const batch = db.batch();
  batch.set(draftsOf(siteId).doc(articleId), Draft.parse({ ...draft, live }));
  batch.set(articlesOf(siteId).doc(articleId), Article.parse(article));
  batch.set(slugsOf(siteId).doc(slug), SlugClaim.parse({ articleId, createdAt: stamp() }));
  if (kind === "article") {
    for (const tag of tags)
      batch.set(tagsOf(siteId).doc(tag), Tag.parse({ count: (counts[tag] ?? 0) + 1 }));
  }
  await batch.commit();
  return articleId;
}

/** As they are now. Each fails where there is none, or none as they have to be. */
export const siteNow = async (siteId: string): Promise<Site> =>
  Site.parse((await sites.doc(siteId).get()).data());
export const teamNow = async (siteId: string): Promise<Team> =>
  Team.parse((await teams.doc(siteId).get()).data());
export const draftNow = async (siteId: string, articleId: string): Promise<Draft> =>
  Draft.parse((await draftsOf(siteId).doc(articleId).get()).data());
export const articleNow = async (siteId: string, articleId: string): Promise<Article> =>
  Article.parse((await articlesOf(siteId).doc(articleId).get()).data());

/** Whose each address of a site is. */
export const claimsNow = async (siteId: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await slugsOf(siteId).get()).docs.map((claim) => [
      claim.id,
      SlugClaim.parse(claim.data()).articleId,
    ]),
  );

/** How many published articles have each tag, as the site counts them; those that none has are left out. */
export const tagCounts = async (siteId: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await tagsOf(siteId).get()).docs
      .map((tag) => [tag.id, Tag.parse(tag.data()).count] as const)
      .filter(([, count]) => count !== 0),
  );

/** Changes fields of a draft, past the rules. */
export const changeDraft = (siteId: string, articleId: string, fields: Partial<Draft>) =>
  draftsOf(siteId).doc(articleId).update(fields);

/** Saves a draft as the app does, by the rules: one version more, and what was published is a draft again. */
export async function saveDraft(
  siteId: string,
  articleId: string,
  { uid }: Person,
  fields: Partial<Draft> = {},
): Promise<number> {
  const { version, state } = await draftNow(siteId, articleId);
  await changeDraft(siteId, articleId, {
    ...fields,
    version: version + 1,
    updatedBy: uid,
    updatedAt: stamp(),
    state: state === "published" ? "draft" : state,
  });
  return version + 1;
}
