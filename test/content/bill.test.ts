import { acceptSiteInvite } from "../../functions/src/content/acceptSiteInvite.ts";
import { purgeDrafts, purgeSites } from "../../functions/src/content/bin/purge.ts";
import { createSite } from "../../functions/src/content/createSite.ts";
import { deleteSite } from "../../functions/src/content/deleteSite.ts";
import { inviteToSite } from "../../functions/src/content/inviteToSite.ts";
import { purge } from "../../functions/src/content/purge.ts";
import { formerSites, sites } from "../../functions/src/content/schema.ts";
import { sweep } from "../../functions/src/content/sweep.ts";
import { updateSite } from "../../functions/src/content/updateSite.ts";
import { DAY, HOUR, MINUTE, now, stamp } from "../../functions/src/core/clock.ts";
import { call, customer, refused } from "../support/call.ts";
import { costs } from "../support/costs.ts";
import { everyDocument } from "../support/everything.ts";
import { useStillClock } from "../support/time.ts";
import { fill, putFullArticle } from "./support/fullSite.ts";
import { invited } from "./support/invites.ts";
import { changeDraft, type OpenSite, openSite, putDraft } from "./support/sites.ts";

/** The table of docs/architecture.md, "What it costs", is made of these. */
describe("content: what is billed for a site", () => {
  const { pass } = useStillClock();
  let site: OpenSite;
  beforeEach(async () => {
    site = await openSite();
  });

  it("createSite reads 5 and writes 3; again, and refused as taken, also by a site that was, 5 and 1", async () => {
    const make = (person: ReturnType<typeof customer>, siteId = "another") =>
      call(createSite, person, { siteId, title: "Another" });
    const maker = customer();
    await costs({ reads: 5, writes: 3 }, () => make(maker));
    await costs({ reads: 5, writes: 1 }, () => make(maker));
    await formerSites.doc("former").set({ deletedAt: stamp() });
    for (const siteId of ["another", "former"]) {
      await costs({ reads: 5, writes: 1 }, () =>
        refused(make(customer(), siteId), "already-exists", "site-taken"),
      );
    }
  });

  it("updateSite reads 3 and writes 1; refused, 3", async () => {
    const { siteId, owner, editor } = site;
    const change = (person: typeof owner) => call(updateSite, person, { siteId, title: "Mine" });
    await costs({ reads: 3, writes: 1 }, () => change(owner));
    const attempt = () => refused(change(editor), "permission-denied", "role-too-low");
    await costs({ reads: 3 }, attempt);
  });

  it("deleteSite reads 3 and writes 2, and a delete; again, 3", async () => {
    const { siteId, owner } = site;
    const work = () => call(deleteSite, owner, { siteId });
    await costs({ reads: 3, writes: 2, deletes: 1 }, work);
    await costs({ reads: 3 }, work);
  });

  it("inviteToSite reads 5 and writes 4; again within a minute, 5 and 1", async () => {
    const { siteId, owner } = site;
    const invite = () =>
      call(inviteToSite, owner, { siteId, email: "guest@example.com", role: "author" });
    await costs({ reads: 5, writes: 4 }, invite);
    await costs({ reads: 5, writes: 1 }, invite);
  });

  it("acceptSiteInvite reads 4 and writes 3; again, 4 and 1", async () => {
    const guest = customer();
    const code = await invited(site.owner, site.siteId, guest);
    await costs({ reads: 4, writes: 3 }, () => call(acceptSiteInvite, guest, { code }));
    await costs({ reads: 4, writes: 1 }, () => call(acceptSiteInvite, guest, { code }));
  });

  it("the jobs with nothing to do read 2 each minute, and 1 each day", async () => {
    await fill(site);
    const at = { scheduleTime: now().toISOString() };
    await costs({ reads: 2 }, async () => sweep.run(at));
    await costs({ reads: 1 }, async () => purge.run(at));
  });

  it("a draft that leaves the bin for good reads 4 and deletes 2; with an article and n more, of both and its addresses, n + 1 and n + 2", async () => {
    const { siteId, author } = site;
    const deletedAt = stamp();
    await putDraft(siteId, author, { deletedAt });
    pass(30 * DAY + HOUR);
    await costs({ reads: 4, deletes: 2 }, () => purgeDrafts(now(), 10));
    const articleId = await putFullArticle(site);
    await changeDraft(siteId, articleId, { deletedAt });
    // Its address, a revision, a comment, and a report of it.
    await costs({ reads: 4 + 1, deletes: 4 + 2 }, () => purgeDrafts(now(), 10));
  });

  it("a site of n documents that is taken down for good reads n + 1, writes 1 and deletes n", async () => {
    await fill(site);
    await sites.doc(site.siteId).update({ deletedAt: stamp() });
    pass(2 * MINUTE);
    // Its team went when it was taken down.
    const n = (await everyDocument()).filter(({ path }) => path.startsWith("sites/")).length;
    await costs({ reads: n + 1, writes: 1, deletes: n }, () => purgeSites(now(), 10));
  });
});
