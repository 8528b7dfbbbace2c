import assert from "node:assert/strict";
import { getDoc, getDocs, type Query } from "firebase/firestore";
import { type ContentDocuments, contentDocuments } from "../../client/src/content.ts";
import { denied, everybody, guardedApp, type Person } from "../support/rules.ts";
import {
  article,
  comment,
  favorite,
  follow,
  invite,
  reported,
  revision,
} from "./support/rulesDocuments.ts";
import {
  author,
  contributor,
  editors,
  kept,
  members,
  otherVisitor,
  owner,
  said,
  standingSite,
  visitor,
} from "./support/rulesSites.ts";

/** The n-th of January 2026. */
const on = (day: number) => new Date(Date.UTC(2026, 0, day));
const savedOn = (day: number, fields = {}, of?: string) => ({
  ...kept(fields, of),
  updatedAt: on(day),
});
const outOn = (day: number, slug: string, fields = {}) =>
  article("home", { slug, firstPublishedAt: on(day), authorId: author, ...fields });

/** Those whom the rules let read what everybody may: also who has been shut out, as nobody in particular. */
const all = everybody;

describe("content client: the views", () => {
  const { as, only } = guardedApp("content-client-views", {
    ...standingSite("home"),
    ...standingSite("abroad"),
    "sites/home/siteInvites/one": invite(),

    "sites/home/drafts/bread": savedOn(9, { state: "published" }),
    "sites/home/drafts/older": savedOn(2),
    "sites/home/drafts/newer": savedOn(4, { state: "in_review" }),
    "sites/home/drafts/theirs": savedOn(3, { state: "in_review" }, contributor),
    "sites/home/drafts/later": savedOn(5, { state: "scheduled", publishAt: on(30) }),
    "sites/home/drafts/next": savedOn(6, { state: "scheduled", publishAt: on(29) }),
    "sites/home/drafts/binned": savedOn(7, { deletedAt: on(7) }),
    "sites/home/drafts/binnedLast": savedOn(8, { state: "in_review", deletedAt: on(8) }),
    "sites/home/drafts/bread/revisions/9": { ...revision(author), version: 9 },
    "sites/home/drafts/bread/revisions/10": { ...revision(author), version: 10 },

    "sites/home/articles/bread": outOn(3, "bread", { tags: ["bread", "tea"] }),
    "sites/home/articles/tea": outOn(5, "tea", { tags: ["tea"], authorId: owner }),
    "sites/home/articles/oven": outOn(4, "oven", { tags: [] }),
    "sites/home/articles/about": outOn(6, "about", { kind: "page", tags: ["tea"] }),
    "sites/home/articles/gone": outOn(7, "gone", { published: false, tags: ["tea"] }),
    "sites/abroad/articles/elsewhere": article("abroad", { slug: "bread", tags: ["tea"] }),
    "sites/home/tags/bread": { count: 1 },
    "sites/home/tags/tea": { count: 2 },
    "sites/home/tags/flour": { count: 0 },
    "sites/home/slugs/old": { articleId: "bread", createdAt: on(1) },

    "sites/home/articles/bread/articleComments/second": { ...said(), createdAt: on(2) },
    "sites/home/articles/bread/articleComments/first": { ...said(), createdAt: on(1) },
    "sites/home/articles/bread/articleComments/hidden": {
      ...said({ hidden: "reports" }),
      createdAt: on(3),
    },
    "sites/home/articles/tea/articleComments/other": { ...comment(visitor), createdAt: on(1) },
    "sites/home/reported/first": { ...reported("bread"), reportedAt: on(1) },
    "sites/home/reported/last": { ...reported("bread"), reportedAt: on(2) },

    [`users/${visitor}/favorites/home.bread`]: { ...favorite("home", "bread"), createdAt: on(1) },
    [`users/${visitor}/favorites/home.tea`]: { ...favorite("home", "tea"), createdAt: on(2) },
    [`users/${otherVisitor}/favorites/home.oven`]: {
      ...favorite("home", "oven"),
      createdAt: on(2),
    },
    [`users/${visitor}/follows/home`]: { ...follow("home"), createdAt: on(2) },
    [`users/${visitor}/follows/abroad`]: { ...follow("abroad"), createdAt: on(1) },
  });

  type View = [(documents: ContentDocuments) => Query, expected: string[]];

  /** What a view shows to exactly these people. */
  function shows(what: string, people: readonly Person[], [view, expected]: View): void {
    it(`show ${what}`, () =>
      only(people, async (db) => {
        const { docs, metadata } = await getDocs(view(contentDocuments(db)));
        assert.equal(metadata.fromCache, false);
        assert.deepEqual(
          docs.map(({ id }) => id),
          expected,
        );
      }));
  }

  describe("for who is of a team", () => {
    const views: Record<string, View> = {
      "draftsOf: all drafts that are not in the bin, the last saved first": [
        ({ draftsOf }) => draftsOf("home"),
        ["bread", "next", "later", "newer", "theirs", "older"],
      ],
      "draftsIn: those that stand somewhere, the last saved first": [
        ({ draftsIn }) => draftsIn("home", "in_review"),
        ["newer", "theirs"],
      ],
      "draftsBy: those that somebody has begun": [
        ({ draftsBy }) => draftsBy("home", contributor),
        ["theirs"],
      ],
      "scheduledDrafts: what comes out when, the next first": [
        ({ scheduledDrafts }) => scheduledDrafts("home"),
        ["next", "later"],
      ],
      "binnedDrafts: what is in the bin, the last first": [
        ({ binnedDrafts }) => binnedDrafts("home"),
        ["binnedLast", "binned"],
      ],
      "revisionsOf: what a draft was, the last first, by number": [
        ({ revisionsOf }) => revisionsOf("home", "bread"),
        ["10", "9"],
      ],
    };
    for (const [what, view] of Object.entries(views)) shows(what, members, view);

    shows("editors alone reportedOf: what was reported, the last first", editors, [
      ({ reportedOf }) => reportedOf("home"),
      ["last", "first"],
    ]);

    it("show each alone teamsOf: the sites that they work at", async () => {
      await only([author], async (db) => {
        const { docs } = await getDocs(contentDocuments(db).teamsOf(author));
        assert.deepEqual(docs.map(({ id }) => id).sort(), ["abroad", "home"]);
      });
    });
  });

  describe("for everybody", () => {
    const views: Record<string, View> = {
      "newestArticles: what is published, the newest first, and no page": [
        ({ newestArticles }) => newestArticles("home"),
        ["tea", "oven", "bread"],
      ],
      "articlesTagged: what of it has a tag": [
        ({ articlesTagged }) => articlesTagged("home", "tea"),
        ["tea", "bread"],
      ],
      "articlesBy: what of it is somebody's": [
        ({ articlesBy }) => articlesBy("home", author),
        ["oven", "bread"],
      ],
      "articleAt: the article at an address of the site": [
        ({ articleAt }) => articleAt("home", "bread"),
        ["bread"],
      ],
      "articleAt: or the page": [({ articleAt }) => articleAt("home", "about"), ["about"]],
      "articleAt: and nothing that was taken back": [
        ({ articleAt }) => articleAt("home", "gone"),
        [],
      ],
      "tagsOf: the tags that something has, those that most have first": [
        ({ tagsOf }) => tagsOf("home"),
        ["tea", "bread"],
      ],
      "commentsOf: what is to be seen of comments, oldest first": [
        ({ commentsOf }) => commentsOf("home", "bread"),
        ["first", "second"],
      ],
    };
    for (const [what, view] of Object.entries(views)) shows(what, all, view);

    it("show what a site is like, and whose an address was", async () => {
      const { site, slug } = contentDocuments(as("nobody"));
      assert.equal((await getDoc(site("home"))).data()?.title, "The Long Table");
      assert.equal((await getDoc(slug("home", "old"))).data()?.articleId, "bread");
      assert.equal((await getDoc(slug("home", "new"))).exists(), false);
    });
  });

  describe("for one alone", () => {
    const views: Record<string, View> = {
      "favoritesOf: what somebody likes, the last first": [
        ({ favoritesOf }) => favoritesOf(visitor),
        ["home.tea", "home.bread"],
      ],
      "followsOf: what somebody follows, the last first": [
        ({ followsOf }) => followsOf(visitor),
        ["home", "abroad"],
      ],
    };
    for (const [what, view] of Object.entries(views)) shows(what, [visitor], view);

    it("show whether they like an article and follow a site", async () => {
      await only([visitor], async (db) => {
        const { favorite, followed } = contentDocuments(db);
        assert.ok((await getDoc(favorite(visitor, "home", "bread"))).exists());
        assert.ok(!(await getDoc(favorite(visitor, "home", "oven"))).exists());
        assert.ok((await getDoc(followed(visitor, "home"))).exists());
        assert.ok(!(await getDoc(followed(visitor, "nowhere"))).exists());
      });
    });
  });

  it("end where a page does, and a page is no longer than the rules allow", async () => {
    const documents = contentDocuments(as(owner));
    const { draftsOf, newestArticles, commentsOf, teamsOf, revisionsOf, favoritesOf } = documents;
    const ids = async (view: Query) => (await getDocs(view)).docs.map(({ id }) => id);
    assert.deepEqual(await ids(draftsOf("home", 2)), ["bread", "next"]);
    assert.deepEqual(await ids(newestArticles("home", 1)), ["tea"]);
    assert.deepEqual(await ids(commentsOf("home", "bread", 1)), ["first"]);
    const tooLong: Query[] = [
      ...[draftsOf("home", 51), newestArticles("home", 51), commentsOf("home", "bread", 51)],
      ...[teamsOf(owner, 51), revisionsOf("home", "bread", 51), favoritesOf(owner, 51)],
    ];
    for (const view of tooLong) await denied(getDocs(view));
  });
});
