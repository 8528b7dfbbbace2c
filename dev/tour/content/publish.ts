import { setTimeout as pause } from "node:timers/promises";
import { doc, getDoc, getDocs, setDoc } from "firebase/firestore";
import { newDraft } from "../../../client/src/index.ts";
import { region } from "../../../functions/src/core/settings.ts";
import type { Running } from "../../running.ts";
import { fire } from "../../schedules.ts";
import type { Narrator } from "../narrator.ts";
import { shown } from "../shown.ts";
import type { Apps, Written } from "./people.ts";

/** The article comes out, and another at its time. */
export async function publish(
  apps: Apps,
  { siteId, articleId, people }: Written,
  { hosts, project }: Running,
  tell: Narrator,
): Promise<void> {
  const [own, editors] = [apps.author.content, apps.owner.content];
  const readers = apps.reader.content;

  tell.step("Publish it");
  const draft = doc(own.documents.drafts(siteId), articleId);
  const { version } = (await getDoc(draft)).data()!;
  const { slug } = await own.call.publishArticle({ siteId, articleId, version });
  const page = await fetch(`http://${hosts.hosting}/sites/${siteId}/${slug}`);
  const text = await page.text();
  tell.expect(page.ok && text.includes("<strong>boiling</strong>"), `there it is: ${page.url}`);
  tell.say(`Cache-Control: ${page.headers.get("cache-control")}`);
  const feed = await fetch(`http://${hosts.hosting}/sites/${siteId}/rss.xml`);
  tell.expect((await feed.text()).includes("How hot for green tea?"), "it is in the feed");

  tell.step("Have another come out at its time");
  const next = doc(editors.documents.drafts(siteId), "black-tea");
  const title = "And black tea?";
  const owner = people.owner.uid;
  await setDoc(next, newDraft(owner, { byline: "The owner", title, body: "Boiling." }));
  const schedule = (seconds: number) => {
    const publishAt = new Date(Date.now() + seconds * 1_000).toISOString();
    return editors.call.scheduleArticle({ siteId, articleId: next.id, version: 1, publishAt });
  };
  await tell.refused("In two years", "too-far-ahead", () => schedule(2 * 366 * 86_400));
  await schedule(5);
  await tell.refused("Looking at it before", "permission-denied", () =>
    getDoc(doc(readers.documents.articles(siteId), next.id)),
  );
  let isOut = false;
  const out = shown(
    readers.documents.newestArticles(siteId),
    (found) => found.length === 2,
  ).finally(() => {
    isOut = true;
  });
  // What the clock does each minute. One after the other: the emulator has a process for each at once.
  const sweeping = (async () => {
    for (; !isOut; await pause(500)) {
      await fire(hosts.functions, project, `${region}-content-sweep`).catch(() => {});
    }
  })();
  const titles = (await out).map((article) => article.data().title);
  await sweeping;
  tell.expect(titles[0] === title, `the reader's listener shows: ${titles.join(", ")}`);

  tell.step("Follow the site, and like what one reads");
  const { uid } = people.reader;
  await readers.follow(siteId, uid, true);
  await readers.like(siteId, articleId, uid, true);
  const [article] = (await getDocs(readers.documents.articleAt(siteId, slug))).docs;
  tell.expect(article?.data().likes === 1, "it is liked by one");
  const { articles } = await readers.call.readFeed({});
  tell.say(`Their feed: ${articles.map((one) => one.title).join(", ")}.`);
}
