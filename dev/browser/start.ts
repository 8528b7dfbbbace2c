import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const PROGRAMS = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/mnt/c/Program Files/Google/Chrome/Application/chrome.exe",
];

/** Nothing is asked of the network but what the page asks for. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/**
 * Starts a browser that nobody sees: `CHROME_PATH`, or the Chromium that came by npm, which is the same
 * everywhere; it is for Linux, so elsewhere the Chrome or Chromium of this machine.
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? (await fromNpm()) ?? installed();
  if (executablePath === undefined) {
    throw new Error("There is no browser. Install Chrome or Chromium, or set CHROME_PATH.");
  }
  return chromium.launch({ executablePath, args: QUIET });
}

async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...APPLICATIONS].find((path) => existsSync(path));
}
