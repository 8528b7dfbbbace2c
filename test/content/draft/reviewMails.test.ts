import assert from "node:assert/strict";
import { type SiteRole, teams } from "../../../functions/src/content/team/schema.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { firestore } from "../../support/firestore.ts";
import { type Known, somebody } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { mailsTo, subjectsTo } from "../support/mails.ts";
import { putSite } from "../support/published.ts";
import { changed, hear, type Saved } from "../support/revisions.ts";
import { changeDraft, putDraft, teamFields } from "../support/sites.ts";

const APPROVED = '"Two days of bread" was approved';
const RETURNED = '"Two days of bread" came back to you';

describe("content: who is written of a review", () => {
  const { pass } = useStillClock();
  let [author, editor]: [Known, Known] = [undefined as never, undefined as never];
  let [siteId, articleId] = ["", ""];
  before(async () => {
    [author, editor] = [await somebody(), await somebody()];
  });
  beforeEach(async () => {
    siteId = await putSite();
    await setTeam({ [editor.uid]: "editor", [author.uid]: "author" });
    articleId = await putDraft(siteId, author, { state: "in_review" });
  });

  const setTeam = (roles: Record<string, SiteRole>) => teams.doc(siteId).set(teamFields(roles));
  /** What an editor makes of it; nobody has heard of it yet. */
  async function review(state: "ready" | "draft", note = ""): Promise<Saved> {
    pass(1);
    await changeDraft(siteId, articleId, { state: "in_review" });
    const done = { state, note, updatedAt: stamp() };
    return changed(siteId, articleId, () => changeDraft(siteId, articleId, done));
  }

  it("is who wrote it, once for each time, and what the editor says", async () => {
    const returned = await review("draft", "How long?");
    await Promise.all([hear(returned), hear(returned)]);
    const approved = await review("ready");
    for (const one of [approved, returned, approved]) await hear(one);
    assert.deepEqual(await subjectsTo(author), [APPROVED, RETURNED].sort());
    const texts = (await mailsTo(author)).map(({ message }) => message.text);
    assert.equal(texts.filter((text) => text.includes("How long?")).length, 1);
    assert.equal((await mails.get()).size, 2);
  });

  it("is who wrote it, whatever they may do at the site", async () => {
    for (const role of ["reader", "contributor", "author", "editor", "owner"] as const) {
      await setTeam({ [editor.uid]: "editor", [author.uid]: role });
      await hear(await review("ready"));
    }
    assert.deepEqual(await subjectsTo(author), Array(5).fill(APPROVED));
  });

  it("is nobody who has left the team, or was removed, by the time that it is heard of", async () => {
    const heard = [await review("draft", "Here it says what only the team may know.")];
    heard.push(await review("ready"));
    await setTeam({ [editor.uid]: "editor" });
    for (const one of heard) await hear(one);
    await teams.doc(siteId).delete();
    for (const one of heard) await hear(one);
    assert.equal((await mails.get()).size, 0);
    await setTeam({ [author.uid]: "reader" });
    for (const one of heard) await hear(one);
    assert.deepEqual(await subjectsTo(author), [APPROVED, RETURNED].sort());
  });

  it("is not looked for by more than one read where they are of the team no more", async () => {
    const heard = await review("ready");
    assert.deepEqual(await firestore.costOf(() => hear(heard)), {
      reads: 4,
      writes: 2,
      deletes: 0,
    });
    await setTeam({ [editor.uid]: "editor" });
    const again = await review("ready");
    assert.deepEqual(await firestore.costOf(() => hear(again)), {
      reads: 1,
      writes: 0,
      deletes: 0,
    });
  });

  it("is nobody of what its author takes back", async () => {
    await hear(await review("draft"));
    assert.equal((await mails.get()).size, 0);
  });
});
