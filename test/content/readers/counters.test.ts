import assert from "node:assert/strict";
import { doc, increment, serverTimestamp, updateDoc, writeBatch } from "firebase/firestore";
import {
  type ArticleComment,
  allComments,
  allReports,
  commentsOf,
  reportedOf,
} from "../../../functions/src/content/comments/schema.ts";
import { moderateComment } from "../../../functions/src/content/moderateComment.ts";
import { articlesOf } from "../../../functions/src/content/schema.ts";
import { db } from "../../../functions/src/core/db.ts";
import { inParallel } from "../../../functions/src/core/inParallel.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { call, customer } from "../../support/call.ts";
import { clearFirestore } from "../../support/firestore.ts";
import { oneOf, seeded } from "../../support/seededRandom.ts";
import { putArticle, putSite } from "../support/published.ts";
import { hearOfComment, hearOfReport, type Reader, useReaders } from "../support/readers.ts";
import { siteNow } from "../support/sites.ts";

const SEED = 20_261_129;
const ACTIONS = 1_000;
/** So many are under way at the same time. */
const WIDTH = 24;

/** A comment that its author has been told is there. */
interface Said {
  id: string;
  articleId: string;
  by: Reader;
  /** As its author last saw it: it may be otherwise by now. */
  hidden: ArticleComment["hidden"];
}

describe("content: a thousand things that twelve people do at once", function () {
  this.timeout(60_000);
  const { as } = useReaders();
  const random = seeded(SEED);
  const moderator = customer();
  const said = new Map<string, Said>();
  const reported = new Set<string>();
  const turns = new Map<Reader, Promise<void>>();
  const outcomes: Record<string, { done: number; refused: number }> = {};
  let siteId = "";
  let articles: string[] = [];
  let readers: Reader[] = [];

  /** What may happen, each as often as it stands here. */
  const actions: Record<string, [times: number, act: (by: Reader, articleId: string) => unknown]> =
    {
      likes: [5, (by, articleId) => by.like(siteId, articleId, by.uid, true)],
      "likes no more": [4, (by, articleId) => by.like(siteId, articleId, by.uid, false)],
      follows: [2, (by) => by.follow(siteId, by.uid, random() < 0.6)],
      comments: [8, comment],
      answers: [3, answer],
      "takes back": [4, takeBack],
      edits: [2, edit],
      reports: [5, report],
      moderates: [4, moderate],
      cheats: [3, cheat],
    };

  before(async () => {
    await clearFirestore();
    readers = Array.from({ length: 12 }, () => as(customer()));
    siteId = await putSite({
      team: [[moderator, "owner"]],
      comments: { open: true, slowSeconds: 0, hideAt: 2 },
    });
    articles = await Promise.all([1, 2, 3].map(() => putArticle(siteId, moderator)));
    const names = Object.entries(actions).flatMap(([name, [times]]) => Array(times).fill(name));
    const numbers = Array.from({ length: ACTIONS }, (_, number) => number);
    await inParallel(numbers, WIDTH, () => one(oneOf(random, names)));
  });

  async function one(name: string): Promise<void> {
    const [by, articleId] = [oneOf(random, readers), oneOf(random, articles)];
    outcomes[name] ??= { done: 0, refused: 0 };
    try {
      await inTurn(by, name, () => actions[name]?.[1](by, articleId));
      outcomes[name].done++;
    } catch (error) {
      // Refused by the rules, or by a function; or another was faster.
      const { code } = error as { code?: string };
      const expected = ["permission-denied", "aborted", "not-found", "failed-precondition"];
      assert.ok(expected.includes(code ?? "") || reasonOf(error) === "contention", String(error));
      outcomes[name].refused++;
    }
  }

  /**
   * An app sends what is no transaction by a stream. After a refusal it begins another and sends again
   * what had no answer yet; the emulator does that twice, and says of the second that it is refused.
   * So of an app these come one after the other.
   */
  async function inTurn(by: Reader, name: string, act: () => unknown): Promise<void> {
    if (/^(likes|follows|moderates)/.test(name)) return void (await act());
    const before = turns.get(by);
    const turn = (async () => {
      await before?.catch(() => {});
      await act();
    })();
    turns.set(by, turn);
    return turn;
  }

  async function comment(by: Reader, articleId: string, replyTo?: string) {
    const text = "Mine took three.";
    const answered = replyTo === undefined ? {} : { replyTo };
    const { id } = await by.comment(siteId, articleId, by.uid, { text, byline: "B", ...answered });
    said.set(id, { id, articleId, by, hidden: null });
  }

  const anySaid = (): Said | undefined => oneOf(random, [...said.values()]);

  function answer(by: Reader) {
    const parent = anySaid();
    return parent && comment(by, parent.articleId, parent.id);
  }

  const ownOf = (by: Reader): Said | undefined =>
    oneOf(
      random,
      [...said.values()].filter((one) => one.by === by),
    );

  async function takeBack(by: Reader) {
    const one = ownOf(by);
    if (!one) return;
    const seen = (await commentsOf(siteId, one.articleId).doc(one.id).get()).data();
    await by.takeBackComment(siteId, one.articleId, by.uid, seen ? { ...one, ...seen } : one);
    said.delete(one.id);
    await hearOfComment("deleted", siteId, one.articleId, one.id);
  }

  function edit(by: Reader) {
    const one = random() < 0.7 ? ownOf(by) : anySaid();
    return one && by.edit(siteId, one.articleId, one.id, "Mine took four.");
  }

  async function report(by: Reader) {
    const one = anySaid();
    if (!one) return;
    await by.report(siteId, one.articleId, one.id);
    reported.add(`${one.id} ${by.uid}`);
    const times = random() < 0.3 ? 2 : 1;
    await Promise.all(
      Array.from({ length: times }, () => hearOfReport(siteId, one.articleId, one.id)),
    );
  }

  async function moderate() {
    const one = anySaid();
    if (!one) return;
    const seen = (await commentsOf(siteId, one.articleId).doc(one.id).get()).data();
    const input = { siteId, articleId: one.articleId, commentId: one.id, reason: "" };
    const shows = { ...input, action: "show" as const, text: seen?.text ?? "" };
    const hides = { ...input, action: "hide" as const };
    return call(moderateComment, moderator, random() < 0.5 ? hides : shows);
  }

  /** Moves a number without what it counts, or more of it than that. */
  async function cheat({ db: own, documents, uid }: Reader, articleId: string) {
    const article = doc(documents.articles(siteId), articleId);
    const field = oneOf(random, ["likes", "comments"]);
    if (random() < 0.5) return updateDoc(article, { [field]: increment(oneOf(random, [1, -1])) });
    const batch = writeBatch(own);
    batch.update(article, { [field]: increment(2) });
    const createdAt = serverTimestamp();
    batch.set(documents.favorite(uid, siteId, articleId), { siteId, articleId, createdAt });
    return batch.commit();
  }

  it("leave likes, comments and followers that are what a recount finds", async () => {
    const favorites = await db.collectionGroup("favorites").get();
    for (const articleId of articles) {
      const { likes, comments } = (await articlesOf(siteId).doc(articleId).get()).data()!;
      const likedBy = favorites.docs.filter((favorite) => favorite.get("articleId") === articleId);
      const shown = await commentsOf(siteId, articleId).where("hidden", "==", null).get();
      assert.deepEqual({ likes, comments }, { likes: likedBy.length, comments: shown.size });
    }
    const follows = await db.collectionGroup("follows").get();
    assert.equal((await siteNow(siteId)).followers, follows.size);
  });

  it("leave what went through, and of what was refused nothing", async () => {
    const there = (await allComments.get()).docs.map(({ id }) => id).sort();
    assert.deepEqual(there, [...said.keys()].sort());
    const reports = (await allReports.get()).docs.map(
      ({ ref }) => `${ref.parent.parent?.id} ${ref.id}`,
    );
    const expected = [...reported].filter((one) => said.has(one.split(" ")[0] ?? ""));
    assert.deepEqual(reports.sort(), expected.sort());
    const listed = (await reportedOf(siteId).get()).docs.map((one) => one.data().commentId);
    assert.deepEqual(
      listed.filter((id) => !said.has(id)),
      [],
      "a comment that is gone is not looked at",
    );
  });

  it("were of every kind, and none of those went through that cheat", () => {
    for (const [name, { done }] of Object.entries(outcomes)) {
      if (name === "cheats") assert.equal(done, 0);
      else assert.ok(done > 10, `${name}: ${done}`);
    }
    assert.deepEqual(Object.keys(outcomes).sort(), Object.keys(actions).sort());
    const refusedToo = ["answers", "edits", "reports"];
    for (const name of refusedToo) assert.ok((outcomes[name]?.refused ?? 0) > 0, name);
  });
});
