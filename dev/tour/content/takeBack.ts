import { doc, getDoc, getDocs } from "firebase/firestore";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";
import type { Apps, Written } from "./people.ts";

/** An address that changes, and an article that goes. */
export async function takeBack(
  apps: Apps,
  { siteId, articleId, people }: Written,
  { hosts }: Running,
  tell: Narrator,
): Promise<void> {
  const { documents, saveDraft, call } = apps.owner.content;
  const draft = doc(documents.drafts(siteId), articleId);

  tell.step("Give it another address");
  const published = (await getDoc(draft)).data()!;
  const before = published.live?.slug ?? "";
  const changes = { slug: "green-tea" };
  const { version } = await saveDraft(siteId, articleId, published, changes, people.owner.uid);
  await call.publishArticle({ siteId, articleId, version });
  const at = (slug: string) => `http://${hosts.hosting}/sites/${siteId}/${slug}`;
  const moved = await fetch(at(before), { redirect: "manual" });
  tell.expect(moved.status === 301, `the old one leads to ${moved.headers.get("location")}`);

  tell.step("Take it back");
  await call.unpublishArticle({ siteId, articleId });
  const gone = await fetch(at("green-tea"));
  tell.expect(gone.status === 410, "its page says that it is gone");
  const reader = apps.reader.content.documents;
  await tell.refused("Reading it", "permission-denied", () =>
    getDoc(doc(reader.articles(siteId), articleId)),
  );
  await tell.refused("Reading what was said of it", "permission-denied", () =>
    getDocs(reader.commentsOf(siteId, articleId)),
  );
}
