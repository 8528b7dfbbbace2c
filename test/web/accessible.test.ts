import { logIn } from "../../dev/browser/device.ts";
import { screens } from "../../dev/screens/index.ts";
import { assertAccessible, useBrowser } from "./support/browser.ts";

describe("web: every screen", function () {
  this.timeout(120_000);
  const { device } = useBrowser();

  for (const { name, path, as, ready } of screens) {
    it(`${name} can be used with a keyboard and a screen reader: axe finds nothing serious`, async () => {
      const page = await device({ colorScheme: "dark" });
      if (as) await logIn(page, as);
      await page.goto(path);
      await ready(page);
      await assertAccessible(page);
    });
  }
});
