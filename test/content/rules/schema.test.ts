import assert from "node:assert/strict";
import fc, { type Arbitrary } from "fast-check";
import type { DocumentData } from "firebase/firestore/lite";
import type * as z from "zod";
import { ArticleComment, Report } from "../../../functions/src/content/comments/schema.ts";
import { Draft, Favorite, Follow } from "../../../functions/src/content/schema.ts";
import { guarded, putRules, rulesText } from "../../support/rules.ts";
import {
  among,
  asRead,
  documents,
  mostly,
  serverTimes,
  settled,
  shown,
  texts,
} from "../../support/rulesArbitraries.ts";
import { Double, SERVER_TIME, wire } from "../../support/rulesWire.ts";
import {
  addresses,
  bodies,
  bylines,
  covers,
  optionalLines,
  tags,
} from "../support/rulesArbitraries.ts";
import { draft } from "../support/rulesDocuments.ts";
import { kept, owner, said, standingSite } from "../support/rulesSites.ts";

/** The seed is fixed, so that what fails once fails again. */
const seed = 20261129;

/** Stands for whoever writes it: somebody new each time. */
const ME = "me";

/** Enough for each of the runs, and for those that look for the smallest that fails. */
const changed = Array.from({ length: 300 }, (_, n) => `sites/home/drafts/changed-${n}`);

const writing = {
  title: optionalLines(200),
  slug: addresses,
  summary: optionalLines(500),
  body: bodies,
  tags,
  cover: covers,
  byline: bylines,
};

const draftFields: Record<keyof z.output<typeof Draft>, Arbitrary<unknown>> = {
  ...writing,
  kind: mostly(fc.constantFrom("article", "page"), fc.constantFrom("", "Article", "post")),
  authorId: settled(owner, "", "somebody"),
  version: settled(1, 0, 2, -1, 1.5, "1"),
  updatedBy: settled(owner, "", "somebody"),
  state: settled("draft", "published", "Draft", ""),
  note: settled("", " ", "Well done."),
  publishAt: settled(null, new Date(4e12)),
  live: settled(null, { version: 1, slug: "tea", at: new Date(0) }),
  deletedAt: settled(null, SERVER_TIME),
  createdAt: serverTimes,
  updatedAt: serverTimes,
};

const isNewDraft = (one: DocumentData) =>
  one.authorId === owner &&
  one.updatedBy === owner &&
  one.version === 1 &&
  one.state === "draft" &&
  one.note === "" &&
  [one.publishAt, one.live, one.deletedAt].every((field) => field === null);

const commentFields: Record<keyof z.output<typeof ArticleComment>, Arbitrary<unknown>> = {
  text: texts(2_000),
  authorId: settled(ME, "", "somebody"),
  byline: bylines,
  replyTo: mostly(fc.constantFrom(null, "root"), fc.constantFrom("", "none", "a/b")),
  hidden: settled(null, "reports", "moderator", ""),
  approved: settled(false, true),
  createdAt: serverTimes,
  updatedAt: serverTimes,
};

const reportFields: Record<keyof z.output<typeof Report>, Arbitrary<unknown>> = {
  uid: fc.constantFrom(ME, ME, ME, ME, "", "somebody"),
  reason: among("spam", "abuse", "off_topic", "other"),
  note: fc.oneof(texts(500), fc.constant("")),
  createdAt: serverTimes,
};

const favoriteFields: Record<keyof z.output<typeof Favorite>, Arbitrary<unknown>> = {
  siteId: mostly(fc.constant("home"), fc.constantFrom("", "Home", "elsewhere")),
  articleId: mostly(fc.constant("bread"), fc.constantFrom("", "Bread", "none", "a/b")),
  createdAt: serverTimes,
};

const followFields: Record<keyof z.output<typeof Follow>, Arbitrary<unknown>> = {
  siteId: fc.constantFrom("home", "home", "home", "", "Home", "elsewhere"),
  createdAt: serverTimes,
};

describe("content rules: against the schema", () => {
  const { project } = guarded("content-schema", {
    ...standingSite(),
    "sites/home/articles/bread/articleComments/root": said(),
    ...Object.fromEntries(changed.map((path) => [path, kept()])),
  });
  const { create, createAll, update } = wire(project);
  const bread = "sites/home/articles/bread";

  const agree = async (
    numRuns: number,
    all: Arbitrary<DocumentData>,
    schema: z.ZodType,
    also: (document: DocumentData) => boolean,
    write: (document: DocumentData, n: number) => Promise<boolean>,
  ) => {
    // The emulator keeps every value that rules have seen, until they are put anew.
    await putRules(project, rulesText);
    let tried = 0;
    let taken = 0;
    const agreed = fc.asyncProperty(all, async (document) => {
      const right = schema.safeParse(asRead(document)).success && also(document);
      const wrote = await write(document, tried++);
      if (wrote) taken++;
      assert.equal(wrote, right, `the rules ${wrote ? "take" : "refuse"} ${shown(document)}`);
    });
    await fc.assert(agreed, { numRuns, seed });
    assert.ok(taken > tried / 5 && taken < tried * 0.9, `${taken} of ${tried} were taken`);
  };

  /** As `uid` writes it. */
  const by = (uid: string, document: DocumentData): DocumentData =>
    Object.fromEntries(
      Object.entries(document).map(([field, value]) => [field, value === ME ? uid : value]),
    );

  it("let drafts be made exactly if the schema takes them", () =>
    agree(200, documents(draftFields), Draft, isNewDraft, (document, n) =>
      create(owner, `sites/home/drafts/made-${n}`, document),
    ));

  it("let drafts be saved exactly if the schema takes them then", () => {
    const { updatedBy, updatedAt } = draftFields;
    const saved = documents({
      ...writing,
      version: settled(2, 1, 3, 2.5, "2"),
      updatedBy,
      updatedAt,
    });
    const before = kept();
    return agree(
      200,
      saved.map((document) => ({ ...before, ...document })),
      Draft,
      ({ version, updatedBy: who, updatedAt: when }) =>
        version === 2 && who === owner && when === SERVER_TIME,
      (document, n) => {
        const differs = Object.entries(document).filter(
          ([field, value]) => value !== before[field],
        );
        return update(owner, changed[n] ?? "", Object.fromEntries(differs));
      },
    );
  });

  it("let comments be made exactly if the schema takes them", () =>
    agree(
      150,
      documents(commentFields),
      ArticleComment,
      ({ authorId, replyTo, hidden, approved }) =>
        authorId === ME && [null, "root"].includes(replyTo) && hidden === null && !approved,
      (document, n) => {
        const uid = `speaker-${n}`;
        const commentId = `made-${n}`;
        const mark = {
          uid,
          articleId: "bread",
          commentId,
          at: SERVER_TIME,
          commentedAt: SERVER_TIME,
        };
        return createAll(
          uid,
          {
            [`${bread}/articleComments/${commentId}`]: by(uid, document),
            [`sites/home/commenters/${uid}`]: mark,
          },
          { path: bread, numbers: { comments: 1 } },
        );
      },
    ));

  it("let reports be made exactly if the schema takes them", () =>
    agree(
      60,
      documents(reportFields),
      Report,
      ({ uid }) => uid === ME,
      (document, n) => {
        const uid = `reporter-${n}`;
        return create(uid, `${bread}/articleComments/root/reports/${uid}`, by(uid, document));
      },
    ));

  it("let favourites be made exactly if the schema takes them", () =>
    agree(
      60,
      documents(favoriteFields),
      Favorite,
      ({ siteId, articleId }) => siteId === "home" && articleId === "bread",
      (document, n) => {
        const likes = { path: bread, numbers: { likes: 1 } };
        return create(`fan-${n}`, `users/fan-${n}/favorites/home.bread`, document, likes);
      },
    ));

  it("let follows be made exactly if the schema takes them", () =>
    agree(
      60,
      documents(followFields),
      Follow,
      ({ siteId }) => siteId === "home",
      (document, n) => {
        const followers = { path: "sites/home", numbers: { followers: 1 } };
        return create(`fan-${n}`, `users/fan-${n}/follows/home`, document, followers);
      },
    ));

  it("refuse whole numbers that are stored as doubles, which schemas can't tell", async () => {
    const right = { ...draft(owner), createdAt: SERVER_TIME, updatedAt: SERVER_TIME };
    const made = (version: unknown) =>
      create(owner, "sites/home/drafts/double", { ...right, version });
    assert.equal(await made(new Double(1)), false, "the version of a new draft");
    assert.equal(await made(1), true);

    const saved = (version: unknown) =>
      update(owner, "sites/home/drafts/double", {
        version,
        updatedBy: owner,
        updatedAt: SERVER_TIME,
      });
    assert.equal(await saved(new Double(2)), false, "the version of a saved draft");
    assert.equal(await saved(2), true);

    const favorite = { siteId: "home", articleId: "bread", createdAt: SERVER_TIME };
    const liked = (likes: number | Double) =>
      create("fan", "users/fan/favorites/home.bread", favorite, {
        path: bread,
        numbers: { likes },
      });
    assert.equal(await liked(new Double(1)), false, "likes");
    assert.equal(await liked(1), true);

    const uid = "speaker";
    const comment = { ...said({}, uid), createdAt: SERVER_TIME, updatedAt: SERVER_TIME };
    const mark = { uid, articleId: "bread", commentId: "x", at: SERVER_TIME };
    const spoken = (comments: number | Double) =>
      createAll(
        uid,
        {
          [`${bread}/articleComments/x`]: comment,
          [`sites/home/commenters/${uid}`]: { ...mark, commentedAt: SERVER_TIME },
        },
        { path: bread, numbers: { comments } },
      );
    assert.equal(await spoken(new Double(1)), false, "comments");
    assert.equal(await spoken(1), true);

    const follow = { siteId: "home", createdAt: SERVER_TIME };
    const followed = (followers: number | Double) =>
      create("fan", "users/fan/follows/home", follow, {
        path: "sites/home",
        numbers: { followers },
      });
    assert.equal(await followed(new Double(1)), false, "followers");
    assert.equal(await followed(1), true);
  });
});
