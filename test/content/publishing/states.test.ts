import assert from "node:assert/strict";
import { draftTransitions } from "../../../functions/src/content/draft/states.ts";
import { publishArticle } from "../../../functions/src/content/publishArticle.ts";
import { restoreRevision } from "../../../functions/src/content/restoreRevision.ts";
import { scheduleArticle } from "../../../functions/src/content/scheduleArticle.ts";
import {
  type Draft,
  DraftState,
  draftsOf,
  revisionsOf,
} from "../../../functions/src/content/schema.ts";
import { type SiteRole, siteRoles } from "../../../functions/src/content/team/schema.ts";
import { unpublishArticle } from "../../../functions/src/content/unpublishArticle.ts";
import { unscheduleArticle } from "../../../functions/src/content/unscheduleArticle.ts";
import { HOUR, now, stamp } from "../../../functions/src/core/clock.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { call, type Person } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { type CalledAction, mayCall } from "../support/rights.ts";
import { draftNow, openSite, putDraft, putPublished } from "../support/sites.ts";

const states = DraftState.options;
const VERSION = 3;

/** Where a call is tried: version 3 of a draft, which has a revision 1. */
interface Place {
  siteId: string;
  articleId: string;
}

const calls = {
  publish: (person: Person, place: Place) =>
    call(publishArticle, person, { ...place, version: VERSION }),
  unpublish: (person: Person, place: Place) => call(unpublishArticle, person, place),
  schedule: (person: Person, place: Place) =>
    call(scheduleArticle, person, {
      ...place,
      version: VERSION,
      publishAt: new Date(now().getTime() + HOUR).toISOString(),
    }),
  unschedule: (person: Person, place: Place) => call(unscheduleArticle, person, place),
  save: (person: Person, place: Place) =>
    call(restoreRevision, person, { ...place, version: VERSION, revision: 1 }),
} satisfies Record<CalledAction, unknown>;
type Action = CalledAction;

/** What changes nothing is answered to the whole team: it has been done. */
const isDone = (action: Action, state: DraftState): boolean =>
  (action === "publish" && state === "published") || (action === "unschedule" && state === "ready");

function expected(role: SiteRole, isOwn: boolean, action: Action, state: DraftState): string {
  if (isDone(action, state)) return state;
  if (!mayCall(role, isOwn, action, state)) return "not-yours";
  // Of what no reader sees there is nothing to take back.
  if (action === "unpublish" && state !== "published") return state;
  return draftTransitions[state][action] ?? "wrong-state";
}

describe("content: what may be done to a draft in each state, by each role, to one's own and another's", () => {
  useStillClock();

  /** A draft in a state; where that is possible without, nothing of it is published. */
  async function put(siteId: string, author: Person, state: DraftState, fields = {}) {
    const standing: Partial<Draft> = {
      state,
      version: VERSION,
      ...(state === "scheduled" ? { publishAt: stamp(2 * HOUR) } : {}),
      ...fields,
    };
    const isLive = state === "published" || standing.live !== undefined;
    const articleId = isLive
      ? await putPublished(siteId, author, standing)
      : await putDraft(siteId, author, standing);
    await revisionsOf(siteId, articleId)
      .doc("1")
      .set({
        ...{ title: "Of before", slug: "", summary: "", body: "Before.", tags: [], cover: null },
        ...{ byline: "Ada Oven", version: 1, savedBy: author.uid, savedAt: stamp(-HOUR) },
      });
    return { siteId, articleId };
  }

  /** The state that it led to, or the reason of the refusal, after which nothing has changed. */
  async function outcome(action: Action, person: Person, place: Place): Promise<string> {
    const ref = draftsOf(place.siteId).doc(place.articleId);
    const before = await ref.get();
    const reason = await calls[action](person, place).then(() => undefined, reasonOf);
    const after = await draftNow(place.siteId, place.articleId);
    if (reason === undefined) return after.state;
    assert.ok((await ref.get()).isEqual(before), `${reason}, and yet it has changed`);
    return reason;
  }

  for (const action of Object.keys(calls) as Action[]) {
    for (const state of states) {
      it(`${action}, of what is ${state}`, async () => {
        const site = await openSite();
        const { siteId } = site;
        const cases = siteRoles.flatMap((role) => [true, false].map((isOwn) => ({ role, isOwn })));
        const found = cases.map(async ({ role, isOwn }) => {
          const author = isOwn ? site[role] : site[role === "author" ? "contributor" : "author"];
          const place = await put(siteId, author, state);
          return [role, isOwn, await outcome(action, site[role], place)];
        });
        assert.deepEqual(
          await Promise.all(found),
          cases.map(({ role, isOwn }) => [role, isOwn, expected(role, isOwn, action, state)]),
        );
      });
    }
  }

  it("nothing but to take it out, of what is in the bin: not by its owner either", async () => {
    const { siteId, owner, author } = await openSite();
    for (const state of ["draft", "in_review"] as const) {
      for (const action of ["publish", "schedule", "unpublish", "save"] as const) {
        const place = await put(siteId, author, state, { deletedAt: stamp() });
        assert.equal(await outcome(action, owner, place), "in-bin", `${action} ${state}`);
      }
    }
  });

  it("unpublish, of what was gone on with since it came out: it stays where it is, and is ready where it was to come out", async () => {
    const { siteId, editor, author } = await openSite();
    for (const state of ["draft", "in_review", "ready", "scheduled"] as const) {
      const live = { version: 1, slug: "any", at: stamp() };
      const place = await put(siteId, author, state, { live });
      const then = state === "scheduled" ? "ready" : state;
      assert.equal(await outcome("unpublish", editor, place), then);
      const draft = await draftNow(siteId, place.articleId);
      assert.deepEqual([draft.live, draft.publishAt], [null, null]);
    }
  });
});
