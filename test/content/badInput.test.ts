import assert from "node:assert/strict";
import * as contentModule from "../../functions/src/content/index.ts";
import { publishArticle } from "../../functions/src/content/publishArticle.ts";
import { MAX_BODY } from "../../functions/src/content/schema.ts";
import { serve } from "../../functions/src/content/serving/serve.ts";
import { reasonOf } from "../../functions/src/core/refuse.ts";
import { call, callWith, customer } from "../support/call.ts";
import { useStillClock } from "../support/time.ts";
import { putSite } from "./support/published.ts";
import { openSite, putDraft } from "./support/sites.ts";

/** What no document can be called, or none of ours. */
const BAD_IDS = [
  ...["", ".", "..", "/", "a/b", "../a", " ", "a b", "a.b", "\u0000", "\ud800", "ä"],
  ...["__x__", "__proto__", "x".repeat(64), "x".repeat(1_501), "ä".repeat(800)],
];

/** What takes long to be read as Markdown, or becomes much of it: as much as a draft may have. */
const BOMBS = [
  ...["# a\n", "- a\n", "http://a.b ", "**a", "*a _b ", "`a", "![", "[", ">", "<", "&", "\\"].map(
    (part) => part.repeat(Math.floor(MAX_BODY / part.length)),
  ),
  `|${"a|".repeat(10_000)}\n|${"-|".repeat(10_000)}\n${"|\n".repeat(4_000)}`,
];

const callables = Object.entries(contentModule).filter(([, one]) => "stream" in one);

describe("content: what it makes of nonsense", () => {
  useStillClock();

  const version = 1;
  const article = { siteId: "no-site", articleId: "no-article" };
  /** A good input of each; what it is about is not there. */
  const inputs: Record<string, Record<string, unknown>> = {
    acceptSiteInvite: { code: `no-site.${"A".repeat(43)}` },
    createSite: { siteId: "a-site", title: "A site" },
    deleteSite: { siteId: "no-site" },
    inviteToSite: { siteId: "no-site", email: "friend@example.com", role: "reader" },
    moderateComment: { ...article, commentId: "no-comment", action: "hide", reason: "" },
    previewDraft: article,
    publishArticle: { ...article, version },
    readFeed: { after: article },
    restoreRevision: { ...article, version, revision: 1 },
    scheduleArticle: { ...article, version, publishAt: "2099-01-01T00:00:00Z" },
    unpublishArticle: article,
    unscheduleArticle: article,
    updateSite: { siteId: "no-site", title: "Another" },
  };
  const outcomeOf = (callable: unknown, input: unknown) =>
    callWith<Promise<unknown>>(callable as never, customer(), input).then(
      () => undefined,
      (error) => reasonOf(error) ?? String(error),
    );

  it("is a refusal that names the input, of each callable, for an id that no document can have", async () => {
    assert.deepEqual(callables.map(([name]) => name).sort(), Object.keys(inputs).sort());
    for (const [name, callable] of callables) {
      const good = inputs[name] ?? {};
      const told = await outcomeOf(callable, good);
      assert.ok(told === undefined || !["invalid-input", "unexpected"].includes(told), name);
      const bad = badIn(good);
      assert.ok(bad.length >= BAD_IDS.length, name);
      const outcomes = await Promise.all(bad.map((input) => outcomeOf(callable, input)));
      for (const [n, outcome] of outcomes.entries()) {
        assert.equal(outcome, "invalid-input", `${name} ${JSON.stringify(bad[n]).slice(0, 80)}`);
      }
    }
  });

  /** A good input, with each bad id in the place of each that it has. */
  function badIn(good: Record<string, unknown>): unknown[] {
    return Object.entries(good).flatMap(([field, value]): unknown[] => {
      if (typeof value === "object") {
        return badIn(value as Record<string, unknown>).map((bad) => ({ ...good, [field]: bad }));
      }
      if (field === "code") return BAD_IDS.map((id) => ({ code: `${id}.${"A".repeat(43)}` }));
      if (!field.endsWith("Id")) return [];
      return [...BAD_IDS, null, 7, [], { a: 1 }].map((id) => ({ ...good, [field]: id }));
    });
  }

  it("is a page that says there is none, for whatever path and whatever it is to go on from", async () => {
    const siteId = await putSite();
    for (const id of BAD_IDS) {
      const raw = [id, encodeURIComponent(id.toWellFormed()), `%${id}`, `${id}%2F..`];
      for (const part of raw) {
        const paths = [`/sites/${part}`, `/sites/${part}/a`, `/sites/${siteId}/${part}`];
        const lists = ["tag", "author"].map((list) => `/sites/${siteId}/${list}/${part}`);
        for (const path of [...paths, ...lists, `/sites/${siteId}/rss.xml/${part}`]) {
          const { status } = await serve(path);
          const isHome = [`/sites/${siteId}`, `/sites/${siteId}/`].includes(path);
          assert.ok(isHome ? status < 400 : status === 404 || status === 301, `${path} ${status}`);
        }
      }
      if (id !== "") assert.ok((await serve(`/sites/${siteId}`, id)).status === 404, id);
    }
    for (const after of [["a"], { a: 1 }, 7]) {
      assert.equal((await serve(`/sites/${siteId}`, after)).status, 404);
    }
  });

  it("is an article within seconds, or a refusal for its size, whatever is written", async () => {
    const site = await openSite();
    const outcomes = new Set<string>();
    for (const body of BOMBS) {
      const articleId = await putDraft(site.siteId, site.author, { body });
      const began = performance.now();
      const outcome = await call(publishArticle, site.author, {
        siteId: site.siteId,
        articleId,
        version: 1,
      }).then(
        () => "published",
        (error) => reasonOf(error) ?? String(error),
      );
      const name = JSON.stringify(body.slice(0, 12));
      outcomes.add(outcome);
      assert.ok(performance.now() - began < 15_000, `${name}: ${performance.now() - began} ms`);
    }
    assert.deepEqual([...outcomes].sort(), ["published", "too-large"]);
  });
});
