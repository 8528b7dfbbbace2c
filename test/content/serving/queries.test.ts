import assert from "node:assert/strict";
import { siteUrl } from "../../../functions/src/content/pages/addresses.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { costs } from "../../support/costs.ts";
import { useStillClock } from "../../support/time.ts";
import { askedFor, at, putAll, slugsIn, useSites } from "../support/serving.ts";
import { type OpenSite, openSite, putPublished } from "../support/sites.ts";

/** What nobody's page depends on, said by campaigns, by people, and by who would have pages made in vain. */
const NOTHINGS = [
  ...["utm_source=x&page=2", "fbclid=IwAR0", "x", "AFTER=older", "after[]=older", "after.=older"],
  ...["", "&", "&&&", "=", "=x", "?", "__proto__=x", "toString=x", "%00=x", "next=//evil.example"],
];

describe("content: what an address says behind its path", () => {
  useStillClock();
  const { ask } = useSites();
  let site: OpenSite;
  let siteId = "";
  beforeEach(async () => {
    site = await openSite();
    siteId = site.siteId;
    await putPublished(siteId, site.author, { slug: "bread", tags: ["tea"] });
    await putAll(siteId, site.author, {
      older: { tags: ["tea"], firstPublishedAt: stamp(-MINUTE) },
      oldest: { tags: ["tea"], firstPublishedAt: stamp(-2 * MINUTE) },
    });
  });

  const lists = () => ["", "/tag/tea", `/author/${site.author.uid}`];
  const others = ["/bread", "/rss.xml", "/sitemap.xml", "/nothing"];

  async function leadsTo(path: string, address: string, method = "GET"): Promise<void> {
    await costs({}, async () => {
      const { status, headers, body } = await ask(at(siteId, path), { method });
      assert.deepEqual(
        [status, headers.location, body],
        [301, siteUrl(siteId) + address, ""],
        path,
      );
    });
  }
  const isNone = (path: string) =>
    costs({}, async () => assert.equal((await ask(at(siteId, path))).status, 404, path));

  it("leads, where it is nothing, to the address without it, and costs no read", async () => {
    for (const path of [...lists(), ...others]) {
      for (const nothing of NOTHINGS) {
        await leadsTo(`${path}?${nothing}`, path);
        await leadsTo(`${path}/?${nothing}`, path);
      }
      await leadsTo(`${path}?utm_source=x`, path, "HEAD");
    }
  });

  it("is kept of a list as far as it says where that begins", async () => {
    for (const path of lists()) {
      for (const query of ["after=older&x=1", "x=1&after=older", "after=older&", "&after=older"]) {
        await leadsTo(`${path}?${query}`, `${path}?after=older`);
      }
      await leadsTo(`${path}?after=%6flder`, `${path}?after=older`);
      const there = await ask(askedFor(siteId, `${siteUrl(siteId)}${path}?after=older`));
      assert.deepEqual([there.status, slugsIn(there.body)], [200, ["oldest"]]);
    }
  });

  it("is of no page where a list can't begin there, and costs no read", async () => {
    for (const path of lists()) {
      for (const after of ["after=", "after=Older", "after=a/b", "after=older&after=older"]) {
        await isNone(`${path}?${after}`);
        await isNone(`${path}?${after}&x=1`);
      }
    }
  });

  it("is of no page where that is no list and something shall come after, and costs no read", async () => {
    for (const path of others) {
      for (const query of ["?after=older", "?after=older&x=1", "?after=", "/?after=older"]) {
        await isNone(`${path}${query}`);
      }
    }
  });

  it("makes no address of what is none", async () => {
    for (const path of ["/Bread", "/tag/Tea", "/bread/more"]) await isNone(`${path}?x=1`);
    for (const path of ["/?x=1", "/sites?x=1", "//evil.example/?x=1", "/sites//evil.example?x=1"]) {
      const { status, headers } = await ask(path);
      assert.deepEqual([status, headers.location], [404, undefined], path);
    }
  });
});
