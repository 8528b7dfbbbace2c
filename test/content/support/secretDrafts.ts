import type { Draft } from "../../../functions/src/content/schema.ts";
import { HOUR, stamp } from "../../../functions/src/core/clock.ts";
import { unpublishNow } from "./publishing.ts";
import { changeDraft, type OpenSite, putDraft, putPublished } from "./sites.ts";

/** A word that stands in all that is written in a draft, with what tells one draft from another. */
export const SECRET = "quokka";

const secrets = (nth: number): Partial<Draft> => ({
  title: `${SECRET} ${nth}`,
  slug: `${SECRET}-${nth}`,
  summary: `About ${SECRET} ${nth}`,
  body: `# ${SECRET}\n\nIt says ${SECRET} ${nth}.`,
  tags: [`${SECRET}${nth}`],
  cover: { url: `https://img.example/${SECRET}.jpg`, alt: SECRET },
  byline: `${SECRET} the ${nth}.`,
  note: `Not ${SECRET} enough`,
  updatedBy: `${SECRET}-editor`,
});

/** Puts a draft there in each state in which no reader may see it. Answers the ids. */
export async function putSecretDrafts(site: OpenSite): Promise<string[]> {
  const { siteId, author, contributor } = site;
  const states: Partial<Draft>[] = [
    { state: "draft" },
    { state: "in_review" },
    { state: "ready" },
    { state: "scheduled", publishAt: stamp(HOUR) },
    { state: "draft", deletedAt: stamp() },
    { state: "draft", kind: "page" },
    // What says of itself that it is published has no copy all the same.
    { state: "published", live: { version: 1, slug: `${SECRET}-7`, at: stamp() } },
  ];
  const ids = states.map((state, nth) =>
    putDraft(
      siteId,
      nth % 2 ? author : contributor,
      { ...secrets(nth), ...state },
      `${SECRET}_${nth}`,
    ),
  );
  return Promise.all(ids);
}

/** Goes on with what is published. */
export const editSecretly = (siteId: string, articleId: string) =>
  changeDraft(siteId, articleId, { ...secrets(8), version: 2, state: "draft" });

/** Puts there what was to be read once, and is no more. */
export async function putTakenBack({ siteId, author }: OpenSite): Promise<void> {
  const { title = "", summary = "", tags, cover, byline } = secrets(9);
  const slug = "was-here";
  const shown = { html: `<p>${SECRET}</p>`, summary, title };
  const articleId = await putPublished(siteId, author, { title, slug, tags, cover, byline }, shown);
  await unpublishNow(author, siteId, articleId);
}

/** All addresses at which a site, or a draft of its, might be thought to be. */
export function addressesOf(siteId: string, site: OpenSite, ids: readonly string[]): string[] {
  const names = [
    ...["bread", "was-here", ...ids],
    ...Array.from({ length: 10 }, (_, nth) => [`${SECRET}-${nth}`, `${SECRET}${nth}`]).flat(),
  ];
  const kinds = ["", "/tag", "/author", "/drafts", "/articles", "/preview"];
  const uids = [site.author, site.contributor, site.editor].map(({ uid }) => `/author/${uid}`);
  const below = [
    ...["", "/rss.xml", "/sitemap.xml", "/nothing", "/tag/bread", `/author/${SECRET}-editor`],
    ...uids,
    ...names.flatMap((name) => kinds.map((kind) => `${kind}/${name}`)),
    ...names.flatMap((name) => [`?after=${name}`, `/tag/bread?after=${name}`]),
    ...names.map((name) => `/bread?preview=${name}&draft=1`),
  ];
  return below.map((path) => `/sites/${siteId}${path}`);
}
