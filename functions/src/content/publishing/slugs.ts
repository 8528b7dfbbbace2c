import slugify from "@sindresorhus/slugify";
import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Read } from "../../core/decide.ts";
import { idOf } from "../../core/id.ts";
import { refuse } from "../../core/refuse.ts";
import { type Article, type Draft, type SlugClaim, slugsOf } from "../schema.ts";

/** What a title is called in an address: "Crème brûlée!" is "creme-brulee". May be empty. */
export const slugOf = (title: string): string =>
  slugify(title, { decamelize: false })
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");

/** What tells apart two articles whose titles are alike; their ids may be alike, too. */
const suffixOf = (articleId: string): string => idOf("slug", articleId).slice(0, 6);

/**
 * The claim of the address under which an article comes out: the one that its author asks for; else the
 * one that it had, which is stable whatever becomes of the title; else one of its title. It is the
 * article's own or nobody's.
 *
 * Of an address that was asked for and is another article's: refuses `already-exists`/`slug-taken` with
 * the `field`; with `settle`, where nobody is there to choose another, it takes one beside it.
 */
export async function claimFor(
  read: Read,
  siteId: string,
  articleId: string,
  { slug, title }: Draft,
  article: Article | undefined,
  settle: boolean,
): Promise<DocumentSnapshot<SlugClaim>> {
  const wanted = slug || article?.slug || slugOf(title);
  const suffix = suffixOf(articleId);
  const beside = wanted === "" ? `a-${suffix}` : `${wanted.slice(0, 73)}-${suffix}`;
  const asked = wanted || beside;
  for (const address of slug === "" || settle ? [asked, beside] : [asked]) {
    const [claim] = await read(slugsOf(siteId).doc(address));
    if (!claim.exists || claim.data()?.articleId === articleId) return claim;
  }
  refuse(
    "already-exists",
    "slug-taken",
    `Another article is at "${wanted}". Pick another address.`,
    {
      field: "slug",
    },
  );
}
