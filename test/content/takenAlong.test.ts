import assert from "node:assert/strict";
import { personalData as content } from "../../functions/src/content/personalData.ts";
import { teams } from "../../functions/src/content/team/schema.ts";
import { customer, type Person } from "../support/call.ts";
import { useStillClock } from "../support/time.ts";
import { putSite } from "./support/published.ts";
import { putRevisions } from "./support/revisions.ts";
import { changeDraft, putDraft, putPublished, teamFields } from "./support/sites.ts";

describe("content: what somebody takes along of sites that they work at, or have worked at", () => {
  useStillClock();

  /** The paths of what they get, below a site. */
  async function heldOf({ uid }: Person, siteId: string): Promise<string[]> {
    const held = await content.held({ uid, emails: [], alias: "somebody" });
    const found = await Promise.all(Object.values(held).map((source) => source.get()));
    return found
      .flatMap((one) => ("docs" in one ? one.docs : [one]))
      .map(({ ref }) => ref.path)
      .filter((path) => path.startsWith(`sites/${siteId}/`))
      .map((path) => path.slice(`sites/${siteId}/`.length))
      .sort();
  }

  /** A site where they have a draft, an article, have saved another's, and others have theirs. */
  async function worked(person: Person, others: Person) {
    const siteId = await putSite({
      team: [
        [others, "owner"],
        [person, "author"],
      ],
    });
    const own = await putDraft(siteId, person, { body: "As they wrote it." });
    const saved = await putDraft(siteId, others, { updatedBy: person.uid });
    const published = await putPublished(siteId, person);
    await putRevisions(siteId, own, person, [1]);
    await putRevisions(siteId, saved, others, [1]);
    await putDraft(siteId, others);
    await putPublished(siteId, others);
    const drafts = [own, saved, published].map((id) => `drafts/${id}`);
    const rest = [`articles/${published}`, `drafts/${own}/revisions/1`];
    return { siteId, own, drafts, rest };
  }

  it("is, while they are of the team, the drafts that they have written or saved last, revisions and articles", async () => {
    const [person, others] = [customer(), customer()];
    const { siteId, drafts, rest } = await worked(person, others);
    assert.deepEqual(await heldOf(person, siteId), [...drafts, ...rest].sort());
  });

  it("is no draft from when they are removed, and what others do to it then; their own revisions and articles stay theirs", async () => {
    const [person, others] = [customer(), customer()];
    const { siteId, own, rest } = await worked(person, others);
    const elsewhere = await worked(person, others);
    await teams.doc(siteId).set(teamFields({ [others.uid]: "owner" }));
    await changeDraft(siteId, own, { body: "What the team plans.", updatedBy: others.uid });
    assert.deepEqual(await heldOf(person, siteId), rest.sort());
    const there = [...elsewhere.drafts, ...elsewhere.rest].sort();
    assert.deepEqual(await heldOf(person, elsewhere.siteId), there);
  });
});
