import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { logIn, openDevice } from "./browser/device.ts";
import { startBrowser } from "./browser/start.ts";
import { exitOnSignals } from "./ending.ts";
import { onPlatform } from "./onPlatform.ts";
import { root, stateFolder } from "./paths.ts";
import type { Running } from "./running.ts";
import { type Screen, screens } from "./screens/index.ts";

/*
 * npm run screenshots           pictures of every screen with the demo's data, at two widths
 * npm run screenshots -- shop   of those with "shop" in their name
 *
 * Those that the README shows go to docs/screenshots, the others to .kindling/screenshots.
 */
const { positionals: words } = parseArgs({ allowPositionals: true });
const shown = join(root, "docs/screenshots");
const others = join(stateFolder, "screenshots");

const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true },
} as const;

const wanted = screens.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
exitOnSignals();
await onPlatform(takeAll);
process.exit();

async function takeAll(running: Running): Promise<void> {
  const browser = await startBrowser();
  for (const folder of [shown, others]) {
    if (words.length === 0) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  try {
    for (const [size, options] of Object.entries(SIZES)) {
      // Who looks stays logged in for the next of their screens; nobody has a new device for each.
      for (const theirs of Map.groupBy(wanted, ({ as, name }) => as ?? name).values()) {
        const device = await openDevice(browser, running, options);
        const as = theirs[0]?.as;
        if (as) await logIn(device.page, as);
        for (const screen of theirs) await take(device.page, screen, size);
        await device.close();
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`${wanted.length * 2} pictures are in docs/screenshots and .kindling/screenshots.`);
}

async function take(page: Page, screen: Screen, size: string): Promise<void> {
  const { name, path, ready, isShown } = screen;
  await page.goto(path);
  await ready(page);
  await page.screenshot({
    path: join(isShown ? shown : others, `${name}-${size}.jpg`),
    quality: 80,
  });
}
