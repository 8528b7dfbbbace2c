import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { followLink, waitForMail } from "../mailbox.ts";
import type { Running } from "../running.ts";
import { PASSWORD } from "../seed/people.ts";

/** Milliseconds to wait for what is to come: the first call of a function starts its process. */
const PATIENCE = 60_000;

export interface Device {
  page: Page;
  /** What went wrong in the page's own code. */
  errors: string[];
  close(): Promise<void>;
}

/** Somebody's device, on which nobody is logged in. Addresses are paths of the web app. */
export async function openDevice(
  browser: Browser,
  { hosts }: Pick<Running, "hosts">,
  options: BrowserContextOptions = {},
): Promise<Device> {
  const context = await browser.newContext({
    baseURL: `http://${hosts.hosting}`,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ stack, message }) => errors.push(stack || message));
  return { page, errors, close: () => context.close() };
}

/** Logs somebody in, by the form, and waits until the app knows. */
export async function logIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Log in", exact: true }).click();
  await page.getByLabel("Your account").first().waitFor();
}

/**
 * Signs somebody new up, by the form, and follows the link in the mail. Answers their address. The app
 * knows of the confirmed address then.
 */
export async function signUp(
  page: Page,
  { inboxUrl }: Pick<Running, "inboxUrl">,
  password = "a long password",
): Promise<string> {
  const email = `web-${crypto.randomUUID()}@example.com`;
  await page.goto("/signup");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign up", exact: true }).click();
  await page.getByLabel("Your account").first().waitFor();
  await followLink(await waitForMail(inboxUrl, email, "Confirm"));
  // Whoever comes back to the page is asked for again.
  await page.reload();
  await page.getByLabel("Your account").first().waitFor();
  return email;
}
