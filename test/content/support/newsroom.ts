import assert from "node:assert/strict";
import {
  type DraftAction,
  draftTransitions,
  mayDo,
} from "../../../functions/src/content/draft/states.ts";
import { publishDue } from "../../../functions/src/content/publishing/publishDue.ts";
import { scheduleArticle } from "../../../functions/src/content/scheduleArticle.ts";
import type { DraftState } from "../../../functions/src/content/schema.ts";
import { unscheduleArticle } from "../../../functions/src/content/unscheduleArticle.ts";
import { MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { call } from "../../support/call.ts";
import { publishedAt, publishNow, recountTags, unpublishNow } from "./publishing.ts";
import { type CalledAction, mayCall } from "./rights.ts";
import {
  changeDraft,
  claimsNow,
  draftNow,
  type OpenSite,
  openSite,
  putDraft,
  saveDraft,
  tagCounts,
} from "./sites.ts";

type Role = "contributor" | "author" | "editor";

/** What somebody does to one of the articles, or what happens to all of them. */
export type Step =
  | { does: DraftAction; by: Role; article: number; minutes: number; tags: string[] }
  | { does: "sweep" }
  | { does: "wait"; minutes: number };

const isCalled = (does: DraftAction): does is Exclude<CalledAction, "save"> =>
  ["publish", "unpublish", "schedule", "unschedule"].includes(does);

/** What is known of an article. */
interface Known {
  id: string;
  author: Role;
  state: DraftState;
  version: number;
  publishAt: number | null;
  live: number | null;
  /** The versions that somebody who may has published or scheduled, and from when they may be seen. */
  released: Map<number, number>;
}

/** A site where people write, beside a small model of what becomes of it. */
export class Newsroom {
  readonly #site: OpenSite;
  readonly #articles: readonly Known[];
  readonly #pass: (milliseconds: number) => void;

  private constructor(
    site: OpenSite,
    articles: readonly Known[],
    pass: (milliseconds: number) => void,
  ) {
    this.#site = site;
    this.#articles = articles;
    this.#pass = pass;
  }

  /** With an article of each one's, all of the same title. */
  static async open(pass: (milliseconds: number) => void): Promise<Newsroom> {
    const site = await openSite();
    const articles = (["contributor", "author", "editor"] as const).map(async (author) => ({
      ...{ id: await putDraft(site.siteId, site[author]), author, state: "draft" as const },
      ...{ version: 1, publishAt: null, live: null, released: new Map() },
    }));
    return new Newsroom(site, await Promise.all(articles), pass);
  }

  /** Does it, there and in the model; fails where the two differ. */
  async take(step: Step): Promise<void> {
    if (step.does === "wait") this.#pass(step.minutes * MINUTE);
    else if (step.does === "sweep") await this.#sweep();
    else await this.#act(step);
    await this.#check();
  }

  async #sweep(): Promise<void> {
    await publishDue(now(), 100);
    for (const known of this.#articles) {
      const isDue = known.state === "scheduled" && (known.publishAt ?? 0) <= now().getTime();
      if (!isDue) continue;
      Object.assign(known, { state: "published", live: known.version, publishAt: null });
    }
  }

  async #act(step: Extract<Step, { by: Role }>): Promise<void> {
    const known = this.#articles[step.article];
    assert.ok(known);
    const { does, by } = step;
    const isOwn = known.author === by;
    const next = draftTransitions[known.state][does];
    const mayDoIt = isCalled(does)
      ? mayCall(by, isOwn, does, known.state)
      : mayDo(does, { role: by, isOwn, state: known.state });
    const isAllowed = next !== undefined && mayDoIt;
    const publishAt = now().getTime() + step.minutes * MINUTE;
    const isDone =
      (does === "publish" && known.state === "published") ||
      (does === "unpublish" && isAllowed && known.live === null) ||
      (does === "unschedule" && known.state === "ready") ||
      (does === "schedule" && known.publishAt === publishAt);
    const work = this.#workOf(step, known, publishAt);
    // The rules decide about the rest: test/content/rules.
    if (work === undefined) {
      if (isAllowed) await this.#byTheApp(step, known, next);
      return;
    }
    const reason = await work.then(() => undefined, reasonOf);
    assert.equal(reason === undefined, isAllowed || isDone, `${by} may not ${does}: ${reason}`);
    if (!isAllowed || isDone) return;
    known.state = next;
    if (does === "publish") {
      known.released.set(known.version, now().getTime());
      Object.assign(known, { live: known.version, publishAt: null });
    }
    if (does === "schedule") {
      known.released.set(known.version, publishAt);
      known.publishAt = publishAt;
    }
    if (does === "unschedule" || does === "unpublish") {
      // Out by itself it comes no more.
      if (known.publishAt !== null) known.released.delete(known.version);
      known.publishAt = null;
    }
    if (does === "unpublish") known.live = null;
  }

  /** What is a call; the article and the version are those that are there. */
  #workOf(
    { does, by }: Extract<Step, { by: Role }>,
    { id: articleId, version }: Known,
    at: number,
  ): Promise<unknown> | undefined {
    const { siteId, [by]: person } = this.#site;
    const publishAt = new Date(at).toISOString();
    switch (does) {
      case "publish":
        return publishNow(person, siteId, articleId);
      case "unpublish":
        return unpublishNow(person, siteId, articleId);
      case "schedule":
        return call(scheduleArticle, person, { siteId, articleId, version, publishAt });
      case "unschedule":
        return call(unscheduleArticle, person, { siteId, articleId });
      default:
        return undefined;
    }
  }

  async #byTheApp(
    { does, by, tags }: Extract<Step, { by: Role }>,
    known: Known,
    next: DraftState,
  ): Promise<void> {
    const { siteId, [by]: person } = this.#site;
    if (does === "save") {
      known.version = await saveDraft(siteId, known.id, person, { tags });
    } else {
      await changeDraft(siteId, known.id, { state: next, updatedAt: stamp() });
    }
    known.state = next;
  }

  /** What is so at any time. */
  async #check(): Promise<void> {
    const { siteId } = this.#site;
    const [published, claims, counts, recount, ...drafts] = await Promise.all([
      publishedAt(siteId),
      claimsNow(siteId),
      tagCounts(siteId),
      recountTags(siteId),
      ...this.#articles.map(({ id }) => draftNow(siteId, id)),
    ]);
    assert.deepEqual(counts, recount);
    const slugs = [...published.values()].map(({ slug }) => slug);
    assert.equal(new Set(slugs).size, slugs.length, "two at one address");
    for (const [index, { state, version, live, publishAt }] of drafts.entries()) {
      const known = this.#articles[index];
      assert.ok(known);
      const at = publishAt?.toMillis() ?? null;
      assert.deepEqual(
        { state, version, live: live?.version ?? null, publishAt: at },
        (({ state, version, live, publishAt }) => ({ state, version, live, publishAt }))(known),
      );
      const article = published.get(known.id);
      const shown = article && {
        ...{ version: article.version, slug: article.slug, at: article.updatedAt },
      };
      assert.deepEqual(live ?? undefined, shown);
      if (!article) continue;
      assert.equal(claims[article.slug], known.id);
      const from = known.released.get(article.version);
      assert.ok(from !== undefined, "nobody who may has released that");
      assert.ok(article.updatedAt.toMillis() >= from && now().getTime() >= from, "too early");
    }
  }
}
