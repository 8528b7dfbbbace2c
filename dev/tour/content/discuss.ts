import { doc, getDoc, getDocs, setDoc } from "firebase/firestore";
import { newReport } from "../../../client/src/index.ts";
import { waitForMail } from "../../mailbox.ts";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";
import { shown } from "../shown.ts";
import type { Apps, Written } from "./people.ts";

/** What readers say, and what becomes of it when others don't like it. */
export async function discuss(
  apps: Apps,
  { siteId, articleId, people }: Written,
  { inboxUrl }: Running,
  tell: Narrator,
): Promise<void> {
  const readers = apps.reader.content;
  const about = doc(readers.documents.articles(siteId), articleId);

  tell.step("Comment");
  const { uid } = people.reader;
  const said = { text: "And <b>how much</b> of it?", byline: "A reader" };
  const comment = await readers.comment(siteId, articleId, uid, said);
  const mail = await waitForMail(inboxUrl, people.author.email ?? "", "A comment on");
  tell.say(`To who wrote it: "${mail.subject}"`);
  await tell.refused("Another one at once", "slow-mode", () =>
    readers.comment(siteId, articleId, uid, { ...said, text: "Well?" }),
  );
  const answer = { text: "Two grams a cup.", byline: "A contributor", replyTo: comment.id };
  await apps.author.content.comment(siteId, articleId, people.author.uid, answer);
  const told = await waitForMail(inboxUrl, people.reader.email ?? "", "An answer to you");
  tell.say(`To who asked: "${told.subject}"`);
  const { comments } = (await getDoc(about)).data()!;
  tell.expect(comments === 2, `the article has ${comments} comments`);

  tell.step("Report one, and look at it");
  for (const name of ["owner", "author"] as const) {
    const reports = apps[name].content.documents.reports(siteId, articleId, comment.id);
    const reporter = people[name].uid;
    await setDoc(doc(reports, reporter), newReport(reporter, "off_topic"));
  }
  const { documents, call } = apps.owner.content;
  const [reported] = await shown(documents.reportedOf(siteId), (list) =>
    list.some((one) => one.data().hidden),
  );
  tell.expect(reported?.data().reports === 2, "after two reports it is hidden");
  const left = await getDocs(apps.author.content.documents.commentsOf(siteId, articleId));
  tell.expect(left.size === 1, "and out of what others read");
  const shows = {
    siteId,
    articleId,
    commentId: comment.id,
    action: "show",
    text: said.text,
    reason: "",
  } as const;
  await call.moderateComment(shows);
  const all = await getDocs(readers.documents.commentsOf(siteId, articleId));
  tell.expect(all.size === 2, "an editor lets it stand");
}
