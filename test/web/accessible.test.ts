import type { Page } from "playwright-core";
import { logIn } from "../../dev/browser/device.ts";
import { screens } from "../../dev/screens/index.ts";
import { assertAccessible, useBrowser } from "./support/browser.ts";

describe("web: every screen", function () {
  this.timeout(120_000);
  const { device } = useBrowser("all tests");
  const pages = new Map<string, Page>();

  /** Theirs, where they have looked at another screen before; nobody has a new one each time. */
  const pageOf = async (as: string | undefined): Promise<Page> => {
    const known = pages.get(as ?? "");
    if (known) return known;
    const page = await device({ colorScheme: "dark" });
    if (as === undefined) return page;
    await logIn(page, as);
    pages.set(as, page);
    return page;
  };

  for (const { name, path, as, ready } of screens) {
    it(`${name} can be used with a keyboard and a screen reader: axe finds nothing serious`, async () => {
      const page = await pageOf(as);
      await page.goto(path);
      await ready(page);
      await assertAccessible(page);
      if (as === undefined) await page.context().close();
    });
  }
});
