import assert from "node:assert/strict";
import { deleteSite } from "../../functions/src/content/deleteSite.ts";
import * as content from "../../functions/src/content/index.ts";
import { inviteToSite } from "../../functions/src/content/inviteToSite.ts";
import { moderateComment } from "../../functions/src/content/moderateComment.ts";
import { previewDraft } from "../../functions/src/content/previewDraft.ts";
import { publishArticle } from "../../functions/src/content/publishArticle.ts";
import { restoreRevision } from "../../functions/src/content/restoreRevision.ts";
import { scheduleArticle } from "../../functions/src/content/scheduleArticle.ts";
import { DraftState, draftsOf } from "../../functions/src/content/schema.ts";
import { unpublishArticle } from "../../functions/src/content/unpublishArticle.ts";
import { unscheduleArticle } from "../../functions/src/content/unscheduleArticle.ts";
import { updateSite } from "../../functions/src/content/updateSite.ts";
import { DAY, now, stamp } from "../../functions/src/core/clock.ts";
import { call, customer, type Person } from "../support/call.ts";
import { useStillClock } from "../support/time.ts";
import { publishedAt } from "./support/publishing.ts";
import { putRevisions } from "./support/revisions.ts";
import { openSite, putDraft } from "./support/sites.ts";

/** Whatever is in a draft, and nowhere else. */
const SECRETS = [
  "Zebra title",
  "zebra-slug",
  "Zebra summary",
  "Zebra body",
  "zebra-tag",
  "Zebra note",
];

const secret = {
  ...{ title: "Zebra title", slug: "zebra-slug", summary: "Zebra summary", body: "Zebra body" },
  ...{ tags: ["zebra-tag"], note: "Zebra note", byline: "Zebra Writer" },
};

interface Place {
  siteId: string;
  articleId: string;
}

/** What is said of a site or of what is in it: each callable, by its name. */
const calls: Record<string, (person: Person, place: Place) => Promise<unknown>> = {
  previewDraft: (person, place) => call(previewDraft, person, place),
  publishArticle: (person, place) => call(publishArticle, person, { ...place, version: 1 }),
  unpublishArticle: (person, place) => call(unpublishArticle, person, place),
  scheduleArticle: (person, place) => {
    const publishAt = new Date(now().getTime() + DAY).toISOString();
    return call(scheduleArticle, person, { ...place, version: 1, publishAt });
  },
  unscheduleArticle: (person, place) => call(unscheduleArticle, person, place),
  restoreRevision: (person, place) =>
    call(restoreRevision, person, { ...place, version: 1, revision: 1 }),
  moderateComment: (person, place) => {
    const comment = { commentId: "a-comment", action: "hide", reason: "" } as const;
    return call(moderateComment, person, { ...place, ...comment });
  },
  inviteToSite: (person, { siteId }) =>
    call(inviteToSite, person, { siteId, email: "friend@example.com", role: "owner" }),
  updateSite: (person, { siteId }) => call(updateSite, person, { siteId, title: "Mine" }),
  deleteSite: (person, { siteId }) => call(deleteSite, person, { siteId }),
};

/** What is about no draft and no team; jobs, triggers and pages, which nobody calls. */
const OTHERS = [
  ...["createSite", "acceptSiteInvite", "readFeed", "serveSite"],
  ...["followComment", "followDraft", "followReport", "purge", "sweep"],
];

describe("content: who is not of a team", () => {
  useStillClock();

  it("is tried with every callable", () => {
    const verbs = Object.keys(content).filter((verb) => !OTHERS.includes(verb));
    assert.deepEqual(Object.keys(calls).sort(), verbs.sort());
  });

  for (const [verb, attempt] of Object.entries(calls)) {
    it(`is told by ${verb} that there is no such site, the same whether there is a draft, a site, or neither`, async () => {
      const { siteId, author } = await openSite();
      const { owner: elsewhere } = await openSite();
      const articles = [
        "no-such-draft",
        ...(await Promise.all(
          DraftState.options.map((state) =>
            putDraft(siteId, author, {
              ...{ ...secret, state },
              ...(state === "scheduled" ? { publishAt: stamp(DAY) } : {}),
            }),
          ),
        )),
        await putDraft(siteId, author, { ...secret, deletedAt: stamp() }),
      ];
      const places = [
        { siteId: "no-such-site", articleId: "no-such-draft" },
        ...articles.map((articleId) => ({ siteId, articleId })),
      ];
      const [, , articleId = ""] = articles;
      await putRevisions(siteId, articleId, author, [1]);
      const before = (await draftsOf(siteId).get()).docs.map((one) => one.updateTime.valueOf());
      for (const person of [customer(), elsewhere]) {
        const told = await Promise.all(
          places.map((place) =>
            attempt(person, place).then(
              () => assert.fail("let in"),
              ({ code, message, details }) => ({ code, message, details }),
            ),
          ),
        );
        for (const one of told) {
          assert.equal(one.details.reason, "no-such-site");
          assert.deepEqual(one, told[0]);
          const words = JSON.stringify(one);
          assert.ok(!SECRETS.some((word) => words.includes(word)), words);
        }
      }
      const after = (await draftsOf(siteId).get()).docs.map((one) => one.updateTime.valueOf());
      assert.deepEqual(after, before);
      assert.equal((await publishedAt(siteId)).size, 0);
    });
  }

  it("and is of a team elsewhere, gets at nothing by an id that is there, too", async () => {
    const [one, other] = [await openSite(), await openSite()];
    const articleId = await putDraft(one.siteId, one.author, secret, "the-same-id");
    await putDraft(other.siteId, other.author, { title: "Another" }, articleId);
    await call(publishArticle, other.editor, { siteId: other.siteId, articleId, version: 1 });
    assert.equal((await publishedAt(one.siteId)).size, 0);
    const [[, article] = []] = [...(await publishedAt(other.siteId))];
    assert.equal(article?.title, "Another");
  });
});
