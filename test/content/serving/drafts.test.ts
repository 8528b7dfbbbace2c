import assert from "node:assert/strict";
import { HOUR, MINUTE } from "../../../functions/src/core/clock.ts";
import { inParallel } from "../../../functions/src/core/inParallel.ts";
import { useStillClock } from "../../support/time.ts";
import { publishNow } from "../support/publishing.ts";
import {
  addressesOf,
  editSecretly,
  putSecretDrafts,
  putTakenBack,
  SECRET,
} from "../support/secretDrafts.ts";
import { type Answer, useSites } from "../support/serving.ts";
import { type OpenSite, openSite, putPublished, tagCounts } from "../support/sites.ts";

describe("content: what no reader may see", function () {
  this.timeout(60_000);
  const { pass } = useStillClock();
  const { ask } = useSites();
  let site: OpenSite;
  let bread = "";
  beforeEach(async () => {
    site = await openSite();
    bread = await putPublished(site.siteId, site.author, { slug: "bread", tags: ["bread"] });
    await putTakenBack(site);
  });

  /** What is answered at every address, by the address. */
  async function everything(ids: readonly string[]): Promise<Map<string, Answer>> {
    pass(6 * MINUTE);
    const found = new Map<string, Answer>();
    const addresses = addressesOf(site.siteId, site, ids);
    await inParallel(addresses, 16, async (address) => {
      const answer = await ask(address);
      delete answer.headers.date;
      found.set(address, answer);
    });
    return new Map(addresses.map((address) => [address, found.get(address) ?? assert.fail()]));
  }
  const holdingSecrets = (answers: Map<string, Answer>): string[] =>
    [...answers].filter(([, answer]) => JSON.stringify(answer).includes(SECRET)).map(([at]) => at);

  it("is at no address, in no list, feed or header: a site with drafts is served as one without", async () => {
    const ids = Array.from({ length: 7 }, (_, nth) => `${SECRET}_${nth}`);
    const before = await everything(ids);
    const statuses = new Set([...before.values()].map(({ status }) => status));
    assert.deepEqual([...statuses].sort(), [200, 301, 404, 410]);
    assert.deepEqual(holdingSecrets(before), []);
    assert.deepEqual(await putSecretDrafts(site), ids);
    await editSecretly(site.siteId, bread);
    // Also when the time has come at which one is to be published, as long as it is not.
    pass(2 * HOUR);
    assert.deepEqual(await everything(ids), before);
  });

  it("is found by these means, once it is published", async () => {
    await editSecretly(site.siteId, bread);
    await publishNow(site.editor, site.siteId, bread);
    const { siteId, author } = site;
    assert.deepEqual(await tagCounts(siteId), { [`${SECRET}8`]: 1 });
    const found = holdingSecrets(await everything([]));
    for (const path of ["", `/author/${author.uid}`, "/rss.xml", "/sitemap.xml", `/${SECRET}-8`]) {
      assert.ok(found.includes(`/sites/${siteId}${path}`), path);
    }
    // Its tag is named under every page, and its former address leads to it.
    for (const path of ["/nothing", "/was-here", `/tag/${SECRET}8`, "/bread"]) {
      assert.ok(found.includes(`/sites/${siteId}${path}`), path);
    }
  });
});
