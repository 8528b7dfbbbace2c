import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** The file that somebody gets who asks for all that is kept about them. */
export async function exportedBy(page: Page) {
  await page.goto("/account/data");
  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download my data" }).click();
  const file = await (await downloaded).path();
  return JSON.parse(await readFile(file, "utf8")) as {
    account: { uid: string; email: string | null };
    data: Record<string, Record<string, { path: string; document: Record<string, unknown> }[]>>;
  };
}
