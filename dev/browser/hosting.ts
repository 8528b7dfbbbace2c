import type { Page } from "playwright-core";

/** Who has just signed up makes a place with one room on `page`, and has it listed. Answers its name. */
export async function openPlace(page: Page, mode: "instant" | "on_request"): Promise<string> {
  const name = `House ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/travel/host/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Street and number").fill("Lindenweg 4");
  await page.getByLabel("Amenities").fill("Wifi, step free");
  await page.getByLabel("How it is booked").selectOption(mode);
  await page.getByLabel("City").fill(name);
  await page.getByLabel("Country").fill("DE");
  await page.getByRole("button", { name: "Go on to the rooms" }).click();
  await page.getByRole("link", { name: "Add a room type" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Attic");
  await page.getByLabel("Price of a night, in euros").fill("80");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("button", { name: "List it" }).click();
  await page.getByRole("heading", { name: "Guests find it" }).waitFor();
  return name;
}

/** The address of the place as guests see it. */
export const addressFor = async (page: Page): Promise<string> =>
  (await page.getByRole("link", { name: "See it as guests do" }).getAttribute("href")) ?? "";
