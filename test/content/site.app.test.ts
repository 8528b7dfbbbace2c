import assert from "node:assert/strict";
import { deleteDoc, doc, getDoc, getDocs, setDoc, Timestamp } from "firebase/firestore";
import { type Draft, newDraft, newReport } from "../../client/src/index.ts";
import { waitForMail } from "../../dev/mailbox.ts";
import { fire } from "../../dev/schedules.ts";
import { region } from "../../functions/src/core/settings.ts";
import { changeAsServer, type Device, newDevice } from "../support/devices.ts";
import { running } from "../support/firestore.ts";
import { until } from "../support/until.ts";

const minutesAgo = (minutes: number) => Timestamp.fromMillis(Date.now() - minutes * 60_000);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const sweep = () => fire(running.hosts.functions, running.project, `${region}-content-sweep`);
const mailTo = ({ email }: Device, subject: string) =>
  waitForMail(running.inboxUrl, email, subject, 20_000);
const denied = { code: "permission-denied" };

describe("content: an app, through the whole platform", function () {
  this.timeout(60_000);
  const siteId = `s-${crypto.randomUUID().slice(0, 18)}`;
  const articleId = "tea";
  const hosted = `http://${running.hosts.hosting}/sites/${siteId}`;
  let owner: Device;
  let author: Device;
  let reader: Device;

  before(async () => {
    [owner, author, reader] = (await Promise.all(["owner", "author", "reader"].map(newDevice))) as [
      Device,
      Device,
      Device,
    ];
  });
  after(() => Promise.all([owner, author, reader].map((device) => device?.close())));

  /** A page as a browser gets it by way of Hosting. */
  const page = async (path = "", headers: Record<string, string> = {}) => {
    const signal = AbortSignal.timeout(20_000);
    const answer = await fetch(hosted + path, { redirect: "manual", headers, signal });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const draft = (id = articleId) => doc(author.content.documents.drafts(siteId), id);
  const draftNow = async (id = articleId): Promise<Draft> =>
    (await getDoc(draft(id))).data() ?? assert.fail("no draft");
  const article = () => doc(reader.content.documents.articles(siteId), articleId);

  it("founds a site and changes it; Hosting shows it, to be kept for a minute and asked for by its ETag", async () => {
    const comments = { open: true, slowSeconds: 0, hideAt: 2 };
    const { call } = owner.content;
    assert.deepEqual(await call.createSite({ siteId, title: "Notes", comments }), { siteId });
    const taken = reader.content.call.createSite({ siteId, title: "Mine" });
    await assert.rejects(taken, { code: "already-exists", reason: "site-taken" });
    assert.deepEqual(await call.updateSite({ siteId, title: "Tea notes" }), { version: 2 });
    const { status, headers, text } = await page();
    assert.equal(status, 200);
    assert.match(text, /<title>Tea notes<\/title>/);
    const said = ["content-type", "cache-control", "x-content-type-options", "x-frame-options"];
    assert.deepEqual(
      said.map((name) => headers.get(name)),
      [
        "text/html; charset=utf-8",
        "public, max-age=0, s-maxage=60, must-revalidate",
        "nosniff",
        "DENY",
      ],
    );
    assert.match(
      headers.get("content-security-policy") ?? "",
      /^default-src 'none'; style-src 'sha/,
    );
    // Without the second, `fetch` would say that it wants no answer of 304.
    const known = { "if-none-match": headers.get("etag") ?? "", "cache-control": "max-age=0" };
    const again = await page("", known);
    assert.deepEqual([again.status, again.text], [304, ""]);
  });

  it("invites somebody by a mail, whose link leads to the app and puts its reader into the team", async () => {
    await owner.content.call.inviteToSite({ siteId, email: author.email, role: "contributor" });
    const { text } = await mailTo(author, "invited to write");
    const link = new URL(/https?:\S+/.exec(text)?.[0] ?? assert.fail(text));
    assert.equal(link.host, running.hosts.hosting);
    const code = link.searchParams.get("siteInvite") ?? "";
    await assert.rejects(reader.content.call.acceptSiteInvite({ code }), {
      reason: "no-such-invite",
    });
    const joined = await author.content.call.acceptSiteInvite({ code });
    assert.deepEqual(joined, { siteId, role: "contributor" });
    const teams = await getDocs(author.content.documents.teamsOf(author.uid));
    assert.deepEqual(
      teams.docs.map(({ id }) => id),
      [siteId],
    );
  });

  it("saves a draft as it grows, tells who saves on top of another, and keeps what it was", async () => {
    await setDoc(
      draft(),
      newDraft(author.uid, { byline: "An author", title: "Tea", body: "Hot." }),
    );
    // What is kept is what stood there when another ten minutes begin.
    await changeAsServer(draft().path, { updatedAt: minutesAgo(20) });
    const seen = await draftNow();
    const changes = { body: "About **75** degrees. <script>alert(1)</script>" };
    const saved = await author.content.saveDraft(siteId, articleId, seen, changes, author.uid);
    assert.equal(saved.version, 2);
    const late = owner.content.saveDraft(siteId, articleId, seen, { title: "T" }, owner.uid);
    await assert.rejects(late, {
      reason: "version-conflict",
      details: { version: 2, updatedBy: author.uid },
    });
    const revisions = author.content.documents.revisionsOf(siteId, articleId);
    await until(async () => (await getDocs(revisions)).size === 1, 20_000);
    const [was] = (await getDocs(revisions)).docs;
    assert.deepEqual([was?.id, was?.data().body], ["1", "Hot."]);
  });

  it("shows the team alone what a draft would look like", async () => {
    const { html } = await author.content.call.previewDraft({ siteId, articleId });
    assert.match(html, /About <strong>75<\/strong> degrees\. &lt;script&gt;/);
    const stranger = reader.content.call.previewDraft({ siteId, articleId });
    await assert.rejects(stranger, { code: "not-found", reason: "no-such-site" });
    await assert.rejects(getDoc(doc(reader.content.documents.drafts(siteId), articleId)), denied);
    assert.equal((await page("/tea")).status, 404);
  });

  it("has it approved, of which its author is written, and publishes it", async () => {
    const seen = await draftNow();
    await author.content.reviewDraft(siteId, articleId, "submit", seen);
    const early = author.content.call.publishArticle({ siteId, articleId, version: 2 });
    await assert.rejects(early, { code: "permission-denied", reason: "not-yours" });
    const { reviewDraft } = owner.content;
    const late = reviewDraft(siteId, articleId, "approve", {
      ...seen,
      state: "in_review",
      version: 1,
    });
    await assert.rejects(late, { code: "failed-precondition", reason: "version-conflict" });
    await reviewDraft(siteId, articleId, "approve", await draftNow());
    await mailTo(author, '"Tea" was approved');
    const published = await author.content.call.publishArticle({ siteId, articleId, version: 2 });
    assert.deepEqual(published, { slug: "tea", version: 2 });
    const { status, text } = await page("/tea");
    assert.equal(status, 200);
    assert.match(text, /About <strong>75<\/strong> degrees/);
    assert.ok(text.includes(`<link rel="canonical" href="${hosted}/tea">`));
    const feed = await page("/rss.xml");
    assert.equal(feed.headers.get("content-type"), "application/rss+xml; charset=utf-8");
    assert.ok(feed.text.includes(`<link>${hosted}/tea</link>`));
  });

  it("goes back to what a draft was; readers see it once that is published", async () => {
    const restoring = { siteId, articleId, version: 2, revision: 1 };
    assert.deepEqual(await author.content.call.restoreRevision(restoring), { version: 3 });
    const { body, state } = await draftNow();
    assert.deepEqual([body, state], ["Hot.", "draft"]);
    assert.match((await page("/tea")).text, /About/);
  });

  it("gives it another address, to which Hosting leads from the old one", async () => {
    const seen = await draftNow();
    const { saveDraft, call } = owner.content;
    const { version } = await saveDraft(siteId, articleId, seen, { slug: "hot-tea" }, owner.uid);
    const published = await call.publishArticle({ siteId, articleId, version });
    assert.deepEqual(published, { slug: "hot-tea", version: 4 });
    for (const former of ["/tea", "/hot-tea/"]) {
      const { status, headers } = await page(former);
      assert.deepEqual([status, headers.get("location")], [301, `${hosted}/hot-tea`]);
    }
    assert.match((await page("/hot-tea")).text, /<p>Hot\.<\/p>/);
  });

  it("publishes at a time, which is taken back or comes", async () => {
    const said = { byline: "The owner", title: "Black tea", body: "Boiling." };
    await setDoc(doc(owner.content.documents.drafts(siteId), "black"), newDraft(owner.uid, said));
    const { call } = owner.content;
    const due = { siteId, articleId: "black", version: 1, publishAt: inAnHour() };
    assert.deepEqual(await call.scheduleArticle(due), { publishAt: due.publishAt });
    const unscheduled = await call.unscheduleArticle({ siteId, articleId: "black" });
    assert.deepEqual(unscheduled, { state: "ready" });
    await call.scheduleArticle(due);
    await sweep();
    assert.equal((await draftNow("black")).state, "scheduled");
    assert.equal((await page("/black-tea")).status, 404);
    const publishAt = minutesAgo(1);
    await changeAsServer(draft("black").path, { publishAt });
    await sweep();
    const { state, live } = await draftNow("black");
    assert.deepEqual([state, live?.at.toMillis()], ["published", publishAt.toMillis()]);
    assert.equal((await page("/black-tea")).status, 200);
  });

  it("shows who follows the site what has come out, newest first", async () => {
    const { content, uid } = reader;
    await content.follow(siteId, uid, true);
    await content.like(siteId, articleId, uid, true);
    const { articles, hasMore } = await content.call.readFeed({});
    assert.deepEqual([...articles.map(({ slug, likes }) => [slug, likes])].sort(), [
      ["black-tea", 0],
      ["hot-tea", 1],
    ]);
    assert.equal(hasMore, false);
  });

  it("has readers say something, and writes whom it is for", async () => {
    const { comment } = reader.content;
    const said = { text: "And <b>how much</b>?", byline: "A reader" };
    const { id } = await comment(siteId, articleId, reader.uid, said);
    await mailTo(author, 'A comment on "Tea"');
    const answer = { text: "Two grams.", byline: "An author", replyTo: id };
    await author.content.comment(siteId, articleId, author.uid, answer);
    await mailTo(reader, 'An answer to you on "Tea"');
    assert.equal((await getDoc(article())).data()?.comments, 2);
    assert.match((await page("/hot-tea")).text, /And &lt;b&gt;how much&lt;\/b&gt;\?/);
  });

  it("hides what enough have reported, until an editor lets it stand", async () => {
    const { documents, call } = owner.content;
    const comments = reader.content.documents.commentsOf(siteId, articleId);
    const { docs } = await getDocs(comments);
    const said = docs.find((one) => one.data().replyTo === null) ?? assert.fail("nothing was said");
    const commentId = said.id;
    for (const { uid, content } of [owner, author]) {
      const reports = content.documents.reports(siteId, articleId, commentId);
      await setDoc(doc(reports, uid), newReport(uid, "off_topic"));
    }
    await until(async () => (await getDoc(article())).data()?.comments === 1, 20_000);
    assert.doesNotMatch((await page("/hot-tea")).text, /how much/);
    const [listed] = (await getDocs(documents.reportedOf(siteId))).docs;
    const { commentId: reported, reports } = listed?.data() ?? assert.fail("nothing is listed");
    assert.deepEqual([reported, reports], [commentId, 2]);
    const { text } = said.data();
    const shown = { siteId, articleId, commentId, action: "show", text, reason: "" } as const;
    const unseen = call.moderateComment({ ...shown, text: "How much?" });
    await assert.rejects(unseen, { code: "failed-precondition", reason: "comment-changed" });
    await assert.rejects(author.content.call.moderateComment(shown), { reason: "role-too-low" });
    assert.deepEqual(await call.moderateComment(shown), { hidden: false });
    assert.match((await page("/hot-tea")).text, /how much/);
    assert.equal((await getDocs(documents.reportedOf(siteId))).size, 0);
  });

  it("takes an article back: its addresses say that it is gone, and the rules do not show it", async () => {
    const taken = await owner.content.call.unpublishArticle({ siteId, articleId });
    assert.deepEqual(taken, { articleId });
    for (const path of ["/hot-tea", "/tea"]) assert.equal((await page(path)).status, 410, path);
    await assert.rejects(getDoc(article()), denied);
    await assert.rejects(getDocs(reader.content.documents.commentsOf(siteId, articleId)), denied);
  });

  it("takes a site down: it is gone at once, and deleted by the sweep", async () => {
    assert.deepEqual(await owner.content.call.deleteSite({ siteId }), { siteId });
    for (const path of ["", "/black-tea", "/rss.xml"]) {
      assert.equal((await page(path)).status, 410, path);
    }
    await assert.rejects(getDoc(draft()), denied);
    await changeAsServer(`sites/${siteId}`, { deletedAt: minutesAgo(5) });
    await sweep();
    assert.equal((await getDoc(reader.content.documents.site(siteId))).exists(), false);
    assert.equal((await page()).status, 404);
    for (const { content } of [owner, reader]) {
      const again = content.call.createSite({ siteId, title: "Again" });
      await assert.rejects(again, { code: "already-exists", reason: "site-taken" });
    }
    const { documents, call } = reader.content;
    assert.deepEqual(await call.readFeed({}), { articles: [], hasMore: false });
    await deleteDoc(documents.followed(reader.uid, siteId));
    assert.equal((await getDocs(documents.followsOf(reader.uid))).size, 0);
  });
});
