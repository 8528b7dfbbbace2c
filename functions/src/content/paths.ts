/** Which article a document is, or is below: `sites/{site}/{drafts or articles}/{article}/…`. */
export function pathOf({ path }: { path: string }): { siteId: string; articleId: string } {
  const [, siteId = "", , articleId = ""] = path.split("/");
  return { siteId, articleId };
}

/** Whether a document that a collection group has is of this module. */
export const isOurs = ({ path }: { path: string }): boolean => path.startsWith("sites/");
