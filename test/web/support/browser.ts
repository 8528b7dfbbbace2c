import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type Device, openDevice } from "../../../dev/browser/device.ts";
import { startBrowser } from "../../../dev/browser/start.ts";
import { running } from "../../support/firestore.ts";

/**
 * A real browser for the tests of a `describe`. `device` opens somebody's device, closed after the test, or
 * after all of them; where the app's code has thrown on one, that fails.
 */
export function useBrowser(lasts: "a test" | "all tests" = "a test"): {
  device(options?: BrowserContextOptions): Promise<Page>;
} {
  let browser: Browser;
  let devices: Device[] = [];
  before(async function () {
    this.timeout(60_000);
    browser = await startBrowser();
  });
  const closeDevices = async () => {
    const errors = devices.flatMap((device) => device.errors);
    await Promise.all(devices.map((device) => device.close()));
    devices = [];
    assert.deepEqual(errors, []);
  };
  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    for (const { page } of devices) {
      if (!page.isClosed())
        console.log(`\n${page.url()}\n${await page.locator("body").innerText()}`);
    }
  });
  if (lasts === "a test") afterEach(closeDevices);
  else after(closeDevices);
  after(() => browser.close());
  return {
    async device(options) {
      const device = await openDevice(browser, running, options);
      devices.push(device);
      return device.page;
    },
  };
}

/** Fails for what axe calls serious or critical: https://github.com/dequelabs/axe-core */
export async function assertAccessible(page: Page): Promise<void> {
  // Not in frames: one that runs no scripts, such as a mail's, would never answer.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  assert.deepEqual(serious, []);
}
