import type { Page } from "playwright-core";

/** What the provider's test cards do. */
const CARDS = {
  pays: "4242 4242 4242 4242",
  declined: "4000 0000 0000 0002",
  asks: "4000 0025 0000 3155",
};

/** Fills in a card and pays with it. */
export async function payWith(page: Page, card: keyof typeof CARDS): Promise<void> {
  await page.getByLabel("Card number").fill(CARDS[card]);
  await page.getByLabel("Expiry (MM / YY)").fill("12 / 40");
  await page.getByLabel("Security code").fill("123");
  await page.getByRole("button", { name: /^Pay €/ }).click();
}
