import assert from "node:assert/strict";
import {
  collection,
  collectionGroup,
  type DocumentData,
  deleteDoc,
  deleteField,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import { acceptSiteInvite } from "../../functions/src/content/acceptSiteInvite.ts";
import { moderateComment } from "../../functions/src/content/moderateComment.ts";
import { siteUrl } from "../../functions/src/content/pages/addresses.ts";
import { stylesOf } from "../../functions/src/content/pages/styles.ts";
import { previewDraft } from "../../functions/src/content/previewDraft.ts";
import { publishArticle } from "../../functions/src/content/publishArticle.ts";
import { teams } from "../../functions/src/content/team/schema.ts";
import { play } from "../support/attacks.ts";
import { call, customer } from "../support/call.ts";
import { guarded, type Person } from "../support/rules.ts";
import { past, standing } from "../support/rulesShape.ts";
import { useStillClock } from "../support/time.ts";
import { allDenied, refusedWhole } from "../support/untouched.ts";
import { attacks } from "./attacks.ts";
import { assertHarmlessBody, assertHarmlessPage } from "./support/harmless.ts";
import { invited } from "./support/invites.ts";
import { putComment } from "./support/published.ts";
import { publishedAt, publishNow } from "./support/publishing.ts";
import {
  commit,
  counting,
  favoriteOf,
  following,
  liking,
  type Step,
  saying,
} from "./support/rulesCounts.ts";
import { draft, mark, report, revision, site, team } from "./support/rulesDocuments.ts";
import {
  author,
  change,
  contributor,
  daysAgo,
  editor,
  kept,
  marksOf,
  otherVisitor,
  owner,
  reader,
  roles,
  said,
  save,
  standingSite,
  visitor,
} from "./support/rulesSites.ts";
import { at, useSites } from "./support/serving.ts";
import { openSite, putDraft, putPublished, siteNow, teamNow } from "./support/sites.ts";

const noSite = ["not-found", "no-such-site"] as const;
const drafts = "sites/home/drafts";
const bread = "sites/home/articles/bread";
const said1 = `${bread}/articleComments/said`;

describe("content: an attacker", () => {
  useStillClock();
  const { ask } = useSites();
  const { project, as } = guarded("content-attacks", {
    ...standingSite(),
    ...standingSite("elsewhere"),
    "siteTeams/elsewhere": team({ [otherVisitor]: "owner" }),
    ...standingSite("lonely"),
    "siteTeams/lonely": team({ [owner]: "owner", [editor]: "editor" }),
    ...standingSite("slow", { comments: { open: true, slowSeconds: 3600, hideAt: 3 } }),
    "sites/slow/commenters/admin": {
      ...{ uid: visitor, articleId: "bread", commentId: "of-old" },
      ...{ at: daysAgo(0), commentedAt: daysAgo(0) },
    },
    [`${drafts}/secret`]: kept({}, contributor),
    [`${drafts}/secret/revisions/1`]: revision(contributor),
    [said1]: said({}, "somebody"),
    [`${bread}/articleComments/hidden`]: said({ hidden: "moderator" }),
    [`users/${otherVisitor}/favorites/home.bread`]: {
      ...{ siteId: "home", articleId: "bread", createdAt: past },
    },
    [`users/${otherVisitor}/follows/home`]: { siteId: "home", createdAt: past },
    ...marksOf([visitor]),
  });
  const denied = (attempts: Record<string, () => Promise<unknown>>) => allDenied(project, attempts);
  const changes = (person: Person, path: string, fields: DocumentData) => () =>
    updateDoc(doc(as(person), path), fields);
  const steps =
    (person: Person, ...all: Step[]) =>
    () =>
      commit(as(person), ...all);

  /** A page of a site as the web has it: the platform's own address is not encrypted. */
  async function pageAt(siteId: string, path: string) {
    const { status, body, headers } = await ask(at(siteId, path));
    assert.equal(status, 200);
    const html = body.replaceAll(siteUrl(siteId), "https://sites.example");
    assertHarmlessPage(html, stylesOf((await siteNow(siteId)).theme));
    return { html, policy: String(headers["content-security-policy"]) };
  }

  play(attacks, {
    "a draft, by whatever way to its document": () => {
      const outsiders = ["nobody", visitor, otherVisitor] as const;
      const attempts = outsiders.flatMap((person) => {
        const db = as(person);
        const ofTheirs = where("authorId", "==", contributor);
        return [
          ["by its path", () => getDoc(doc(db, `${drafts}/secret`))],
          ["by a former state", () => getDoc(doc(db, `${drafts}/secret/revisions/1`))],
          [
            "by former states",
            () => getDocs(query(collection(db, `${drafts}/secret/revisions`), limit(1))),
          ],
          ["by a list", () => getDocs(query(collection(db, drafts), limit(1)))],
          ["by its author", () => getDocs(query(collection(db, drafts), ofTheirs, limit(1)))],
          [
            "by their own uid",
            () => getDocs(query(collection(db, drafts), where("authorId", "==", person), limit(1))),
          ],
          [
            "over all sites",
            () => getDocs(query(collectionGroup(db, "drafts"), ofTheirs, limit(1))),
          ],
          [
            "over all former states",
            () => getDocs(query(collectionGroup(db, "revisions"), limit(1))),
          ],
        ].map(([what, attempt]) => [`${person} ${what}`, attempt]);
      });
      return denied(Object.fromEntries(attempts));
    },

    "a draft, by its page": async () => {
      const { siteId, author: writer, ...others } = await openSite();
      const { owner: elsewhere } = await openSite();
      const secret = { title: "Zebra", slug: "zebra", body: "Zebra", tags: ["zebra"] };
      const articleId = await putDraft(siteId, writer, secret);
      const paths = ["", "/zebra", `/${articleId}`, "/tag/zebra", "/rss.xml"];
      for (const path of [...paths, "/sitemap.xml", `/author/${writer.uid}`]) {
        const { status, body, headers } = await ask(at(siteId, path));
        const told = (body + JSON.stringify(headers)).replaceAll(path, "");
        assert.doesNotMatch(told, /zebra/i, path);
        if (/zebra|-/.test(path)) assert.equal(status, 404, path);
      }
      for (const person of [customer(), elsewhere]) {
        const told = [];
        for (const id of [articleId, "no-such-draft"]) {
          const preview = () => call(previewDraft, person, { siteId, articleId: id });
          told.push(await refusedWhole(preview, ...noSite));
        }
        assert.deepEqual(told[0], told[1]);
      }
      assert.match((await call(previewDraft, others.reader, { siteId, articleId })).html, /Zebra/);
    },

    "an article that no editor has seen": async () => {
      const own = `${drafts}/secret`;
      const now = { updatedAt: serverTimestamp() };
      const live = { version: 1, slug: "secret", at: past };
      await denied({
        "by its state": changes(contributor, own, { state: "published", ...now }),
        "by a time": changes(contributor, own, { state: "scheduled", publishAt: past, ...now }),
        "by its approval": changes(contributor, own, { state: "ready", ...now }),
        "by what is live": changes(contributor, own, { live, ...now }),
        "with its first words": () =>
          setDoc(doc(as(contributor), `${drafts}/new`), draft(contributor, { state: "published" })),
        "approved with its first words": () =>
          setDoc(doc(as(contributor), `${drafts}/new`), draft(contributor, { state: "ready" })),
        "in another's name": () => setDoc(doc(as(contributor), `${drafts}/new`), draft(editor)),
      });
      const { siteId, contributor: writer } = await openSite();
      const articleId = await putDraft(siteId, writer);
      const publish = () => call(publishArticle, writer, { siteId, articleId, version: 1 });
      await refusedWhole(publish, "permission-denied", "not-yours");
      assert.equal((await publishedAt(siteId)).size, 0);
    },

    "what is published, by a write of their own": () =>
      denied({
        "other words": changes(author, bread, { html: "<p>Mine.</p>" }),
        "other words, by an owner": changes(owner, bread, { title: "Mine" }),
        "words among likes": changes(editor, bread, { likes: 12, html: "<p>Mine.</p>" }),
        "taken back": changes(editor, bread, { published: false }),
        "a new article": () => setDoc(doc(as(owner), "sites/home/articles/new"), { title: "Mine" }),
        gone: () => deleteDoc(doc(as(owner), bread)),
        "an address": () => setDoc(doc(as(owner), "sites/home/slugs/mine"), { articleId: "bread" }),
        "the site's name": changes(owner, "sites/home", { title: "Mine" }),
        "the site": () => setDoc(doc(as(visitor), "sites/new"), site()),
      }),

    "another's saving": () => {
      const path = `${drafts}/secret`;
      return denied({
        "over the same version": () => save(as(editor), path, editor, 0, { title: "Mine" }),
        "over one to come": () => save(as(editor), path, editor, 2, { title: "Mine" }),
        "without a version": () => change(as(editor), path, { title: "Mine", updatedBy: editor }),
        "in another's name": () => save(as(editor), path, contributor, 1, { title: "Mine" }),
        "of another's draft": () => save(as(author), path, author, 1, { title: "Mine" }),
        "as a number in words": () =>
          change(as(editor), path, { title: "Mine", updatedBy: editor, version: "2" }),
      });
    },

    "another site by an id that is there, too": async () => {
      const elsewhere = "sites/elsewhere/drafts/bread";
      await denied({
        "to read": () => getDoc(doc(as(editor), elsewhere)),
        "to save": () => save(as(editor), elsewhere, editor, 3, { title: "Mine" }),
        "to begin": () => setDoc(doc(as(editor), "sites/elsewhere/drafts/new"), draft(editor)),
        "to close comments": changes(editor, "sites/elsewhere/articles/bread", {
          commentsOpen: false,
        }),
        "to see the team": () => getDoc(doc(as(editor), "siteTeams/elsewhere")),
      });
      const [one, other] = [await openSite(), await openSite()];
      const articleId = await putDraft(one.siteId, one.author, {}, "the-same-id");
      await putDraft(other.siteId, other.author, {}, articleId);
      const input = { siteId: one.siteId, articleId, version: 1 };
      await refusedWhole(() => call(publishArticle, other.owner, input), ...noSite);
    },

    "a role above their own at a site": () => {
      const all = { ...roles, [visitor]: "owner" };
      const write = (person: Person, fields: DocumentData) => () =>
        change(as(person), "siteTeams/home", fields);
      return denied({
        "an editor owns": write(editor, { [`roles.${editor}`]: "owner" }),
        "a reader writes": write(reader, { [`roles.${reader}`]: "author" }),
        "a reader writes in words of their own": write(reader, { [`roles.${reader}`]: "admin" }),
        "a stranger comes": write(visitor, { roles: all, memberIds: Object.keys(all) }),
        "an owner brings one": write(owner, { roles: all, memberIds: Object.keys(all) }),
        "an editor removes the author": write(editor, {
          [`roles.${author}`]: deleteField(),
          memberIds: Object.keys(roles).filter((uid) => uid !== author),
        }),
        "a stranger has a team": () =>
          setDoc(doc(as(visitor), "siteTeams/new"), standing(team({ [visitor]: "owner" }))),
      });
    },

    "a site that is nobody's": () => {
      const write = (fields: DocumentData) => () => change(as(owner), "siteTeams/lonely", fields);
      return denied({
        "by leaving": write({ roles: { [editor]: "editor" }, memberIds: [editor] }),
        "by being less": write({ [`roles.${owner}`]: "editor" }),
        "by leaving with all": write({ roles: {}, memberIds: [] }),
        "by the end of it": () => deleteDoc(doc(as(owner), "siteTeams/lonely")),
      });
    },

    "likes and followers from nowhere": () => {
      const [likes, followers] = ["likes", "followers"] as const;
      return denied({
        "a like alone": steps(visitor, counting(bread, likes, 1)),
        "likes by the hundred": steps(visitor, liking(visitor, { by: 100 })),
        "a like counted twice": steps(visitor, liking(visitor), counting(bread, likes, 1)),
        "a like that is not counted": steps(visitor, liking(visitor, { by: null })),
        "a like in another's name": steps(visitor, liking(author)),
        "a like by who likes it": steps(otherVisitor, counting(bread, likes, 1)),
        "a like taken from another": () => deleteDoc(doc(as(visitor), favoriteOf(otherVisitor))),
        "a number": changes(visitor, bread, { likes: 1_000_000 }),
        "a like by a guest": steps("guest", liking("guest")),
        "a like by who is not verified": steps("unverified", liking("unverified")),
        "a follower alone": steps(visitor, counting("sites/home", followers, 1)),
        "a follower in another's name": steps(visitor, following(author)),
        "followers by the hundred": steps(visitor, following(visitor, { by: 100 })),
      });
    },

    "what another likes, follows or may say, behind their own": () => {
      const marking: Step = (batch, db) => {
        const theirs = doc(db, `sites/home/commenters/${otherVisitor}`);
        batch.set(theirs, mark(otherVisitor, "bread", "new"));
      };
      return denied({
        "another's like": steps(visitor, liking(visitor), liking(author, { by: null })),
        "another's following": steps(visitor, following(visitor), following(author, { by: null })),
        "another's turn to speak": steps(visitor, saying(visitor, { id: "new" }), marking),
      });
    },

    "a comment in another's name, or above the rest": () => {
      const say = (fields: DocumentData, person: Person = visitor) =>
        steps(person, saying(person, { id: "new", comment: fields }));
      return denied({
        "in another's name": say({ authorId: author }),
        approved: say({ approved: true }),
        "with an address above it": say({ byline: "ada@example.com" }),
        "of long ago": say({ createdAt: past }),
        "as an answer to nothing": say({ replyTo: "nothing" }),
        "with more in it": say({ pinned: true }),
        "without an end": say({ text: "x".repeat(100_000) }),
        "by a guest": say({}, "guest"),
        "by who is not verified": say({}, "unverified"),
        "by another's words": changes(visitor, said1, {
          text: "I was wrong.",
          updatedAt: serverTimestamp(),
        }),
        "without another's": () => deleteDoc(doc(as(visitor), said1)),
      });
    },

    "a flood of comments": () => {
      const say = (id: string, fields: object = {}) => saying(visitor, { id, ...fields });
      return denied({
        "two in a commit": steps(visitor, say("one"), say("two")),
        "two in a commit, counted once": steps(visitor, say("one"), say("two", { by: null })),
        "without a mark": steps(visitor, say("one", { mark: null })),
        "with a mark of before": steps(visitor, say("one", { mark: { at: past } })),
        "with another's mark": steps(visitor, say("one", { mark: { uid: author } })),
        "that nobody counts": steps(visitor, say("one", { by: null })),
        "in slow mode": steps(visitor, say("one", { siteId: "slow" })),
        "without having spoken": () =>
          deleteDoc(doc(as(visitor), `sites/slow/commenters/${visitor}`)),
        "having spoken long ago": changes(visitor, `sites/slow/commenters/${visitor}`, {
          commentedAt: past,
          at: serverTimestamp(),
        }),
      });
    },

    "their own comment, after it was hidden": async () => {
      const own = `${bread}/articleComments/hidden`;
      const now = { updatedAt: serverTimestamp() };
      await denied({
        "is shown": changes(visitor, own, { hidden: null, ...now }),
        "is approved": changes(visitor, own, { approved: true, ...now }),
        "says something else": changes(visitor, own, { text: "Nothing.", ...now }),
        "is new": steps(visitor, saying(visitor, { id: "hidden" })),
        "is shown by an editor's write": changes(editor, own, { hidden: null, ...now }),
      });
      const { siteId, author: writer, contributor: helper } = await openSite();
      const articleId = await putPublished(siteId, writer, {}, { comments: 0 });
      const person = customer();
      const commentId = await putComment(siteId, articleId, person, { hidden: "moderator" });
      const input = { siteId, articleId, commentId, reason: "", text: "Mine took three." };
      const show = (by: typeof person) => () =>
        call(moderateComment, by, { ...input, action: "show" });
      await refusedWhole(show(person), ...noSite);
      for (const by of [writer, helper]) {
        await refusedWhole(show(by), "permission-denied", "role-too-low");
      }
    },

    "another's comment, by reports": () => {
      const tell =
        (uid: string, of = uid) =>
        () =>
          setDoc(doc(as(visitor), `${said1}/reports/${uid}`), report(of));
      return denied({
        "in another's name": tell(author),
        "in a name of nobody": tell("puppet-1"),
        "in two names": tell(visitor, author),
        "by a count": () =>
          setDoc(doc(as(visitor), "sites/home/reported/said"), {
            ...{ articleId: "bread", reports: 99, hidden: true, reportedAt: past },
          }),
        "by hiding it": changes(visitor, said1, { hidden: "reports" }),
        "of their own": () =>
          setDoc(
            doc(as(visitor), `${bread}/articleComments/hidden/reports/${visitor}`),
            report(visitor),
          ),
        "by a guest": () => setDoc(doc(as("guest"), `${said1}/reports/guest`), report("guest")),
        "by reading who reports": () =>
          getDocs(query(collection(as(visitor), `${said1}/reports`), limit(1))),
      });
    },

    "script in an article": async () => {
      const { siteId, author: writer, editor: chief } = await openSite();
      const run = "alert(1)";
      const body = [
        `<script>${run}</script><img src=x onerror="${run}"><svg onload=${run}>`,
        `[x](javascript:${run}) ![x](data:text/html,${run}) <javascript:${run}>`,
        `[x](https://ok.example "onmouseover=${run} <b>") <iframe src="https://evil.example">`,
        `\`\`\`"><script>${run}</script>\nx\n\`\`\``,
      ].join("\n\n");
      const title = `"><script>${run}</script>`;
      const articleId = await putDraft(siteId, writer, { title, body, summary: title, slug: "x" });
      await publishNow(chief, siteId, articleId);
      assertHarmlessBody((await publishedAt(siteId)).get(articleId)?.html ?? "");
      assert.match((await pageAt(siteId, "/x")).policy, /default-src 'none'/);
      const cover = (url: string) => () =>
        save(as(contributor), `${drafts}/secret`, contributor, 1, { cover: { url, alt: "" } });
      await denied({
        "by a cover": cover(`javascript:${run}`),
        "by a cover that ends its attribute": cover(`https://ok.example/"onerror="${run}`),
        "by a tag": () =>
          save(as(contributor), `${drafts}/secret`, contributor, 1, { tags: ["<script>"] }),
        "by an address": () =>
          save(as(contributor), `${drafts}/secret`, contributor, 1, { slug: "../admin" }),
      });
    },

    "script in a comment": async () => {
      const { siteId, author: writer } = await openSite();
      const articleId = await putPublished(siteId, writer, { slug: "x" }, { comments: 1 });
      const text = `</p><script>alert(1)</script><img src=x onerror="alert(1)">`;
      await putComment(siteId, articleId, customer(), { text, byline: `"><svg onload=alert(1)>` });
      assert.match((await pageAt(siteId, "/x")).html, /&lt;script&gt;|&#60;script&#62;/);
    },

    "what another likes and follows": () => {
      const attempts = ([visitor, owner] as const).flatMap((person) => {
        const db = as(person);
        const theirs = `users/${otherVisitor}`;
        return [
          ["a like", () => getDoc(doc(db, favoriteOf(otherVisitor)))],
          ["likes", () => getDocs(query(collection(db, `${theirs}/favorites`), limit(1)))],
          ["a site", () => getDoc(doc(db, `${theirs}/follows/home`))],
          ["sites", () => getDocs(query(collection(db, `${theirs}/follows`), limit(1)))],
          [
            "who likes it",
            () =>
              getDocs(
                query(
                  collectionGroup(db, "favorites"),
                  where("articleId", "==", "bread"),
                  limit(1),
                ),
              ),
          ],
          [
            "who follows it",
            () =>
              getDocs(
                query(collectionGroup(db, "follows"), where("siteId", "==", "home"), limit(1)),
              ),
          ],
        ].map(([what, attempt]) => [`${person} ${what}`, attempt]);
      });
      return denied(Object.fromEntries(attempts));
    },

    "an invitation to another's team": async () => {
      const { siteId, owner: host, editor: chief } = await openSite();
      const [guest, thief] = [customer(), customer()];
      const code = await invited(host, siteId, guest, "owner");
      const accept =
        (person: typeof guest, word = code) =>
        () =>
          call(acceptSiteInvite, person, { code: word });
      await refusedWhole(accept(thief), "not-found", "no-such-invite");
      const guess = `${siteId}.${"A".repeat(43)}`;
      await refusedWhole(accept(guest, guess), "not-found", "no-such-invite");
      const before = await teamNow(siteId);
      const after = { ...before.roles, [host.uid]: "editor", [chief.uid]: "owner" } as const;
      await teams.doc(siteId).update({ roles: after });
      await refusedWhole(accept(guest), "not-found", "no-such-invite");
      await teams.doc(siteId).update({ roles: before.roles });
      await accept(guest)();
      await refusedWhole(
        accept({ ...thief, token: guest.token }),
        "failed-precondition",
        "invite-used",
      );
    },
  });
});
