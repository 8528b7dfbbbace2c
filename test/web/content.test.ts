import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { logIn, signUp } from "../../dev/browser/device.ts";
import { waitForMail } from "../../dev/mailbox.ts";
import { fire } from "../../dev/schedules.ts";
import { region } from "../../functions/src/core/settings.ts";
import { changeAsServer } from "../support/devices.ts";
import { running } from "../support/firestore.ts";
import { useBrowser } from "./support/browser.ts";

const PASSWORD = "a long password";

/** A page of a site, as readers get it. */
const published = async (path: string): Promise<string> => {
  const answer = await fetch(`http://${running.hosts.hosting}${path}`);
  assert.equal(answer.status, 200);
  return answer.text();
};

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const text = (page: Page) => page.getByLabel("Text", { exact: true });
const isSaved = (page: Page) => page.getByText("Saved", { exact: true }).waitFor();
const shows = (page: Page, words: string) => page.getByText(words).first().waitFor();

/** Makes a site, by the form. Answers its address. */
async function foundSite(page: Page): Promise<string> {
  const siteId = `notes-${crypto.randomUUID().slice(0, 13)}`;
  await page.goto("/studio");
  await button(page, "New site").click();
  await page.getByLabel("Title").fill(siteId.replaceAll("-", " "));
  await button(page, "Make the site").click();
  await page.waitForURL(`**/studio/${siteId}`);
  return siteId;
}

/** Begins an article, by the form, and writes it. */
async function writeDraft(page: Page, title: string, body: string): Promise<void> {
  await button(page, "New draft").click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Written by").fill("A writer");
  await button(page, "Begin to write").click();
  await text(page).fill(body);
  await isSaved(page);
}

describe("web: content", function () {
  this.timeout(180_000);
  const { device } = useBrowser();

  it("takes somebody from sign-up to a public page: what they write is kept, previewed and published", async () => {
    const page = await device();
    await signUp(page, running);
    const siteId = await foundSite(page);
    await writeDraft(page, "How hot for green tea?", "About 75 degrees.");
    await text(page).fill("About **75** degrees.");
    await isSaved(page);
    await page.reload();
    await page.waitForFunction(() =>
      [...document.querySelectorAll("textarea")].some(
        ({ value }) => value === "About **75** degrees.",
      ),
    );
    await button(page, "Preview").click();
    await page.frameLocator("iframe").locator("strong", { hasText: "75" }).waitFor();
    await button(page, "Publish now").click();
    await shows(page, "Readers see what was published");
    const html = await published(`/sites/${siteId}/how-hot-for-green-tea`);
    assert.match(html, /About <strong>75<\/strong> degrees/);
  });

  it("has an article come out by itself at its time", async () => {
    const page = await device();
    await signUp(page, running);
    const siteId = await foundSite(page);
    await writeDraft(page, "And black tea?", "Boiling.");
    await button(page, "Publish later").click();
    await button(page, "Schedule it").click();
    await button(page, "Take back the time").waitFor();
    assert.ok(await text(page).isDisabled(), "it goes out as it was");
    const [, draftId] = /drafts\/(\w+)/.exec(page.url()) ?? [];
    const due = new Date(Date.now() - 1_000);
    await changeAsServer(`sites/${siteId}/drafts/${draftId}`, { publishAt: due });
    await fire(running.hosts.functions, running.project, `${region}-content-sweep`);
    await shows(page, "Readers see what was published");
    assert.match(await published(`/sites/${siteId}/and-black-tea`), /Boiling\./);
  });

  it("lets a reader comment, at once for all who look, and writes the author of it", async () => {
    const [page, reading] = [await device(), await device()];
    const author = await signUp(page, running);
    const siteId = await foundSite(page);
    await writeDraft(page, "Tea in the cold", "It wants a night.");
    await button(page, "Publish now").click();
    await page.getByRole("link", { name: "What readers say" }).click();
    await shows(page, "Nobody has said anything yet.");

    await signUp(reading, running);
    await reading.goto(`/studio/${siteId}/articles`);
    await button(reading, "Follow").click();
    await button(reading, "Following").waitFor();
    await reading.getByRole("link", { name: "Tea in the cold" }).click();
    await button(reading, "Like · 0 likes").click();
    await button(reading, "Liked · 1 like").waitFor();
    await reading.getByLabel("Your comment").fill("How much of it?");
    await reading.getByLabel("Your name").fill("A reader");
    await button(reading, "Comment").click();

    await shows(page, "How much of it?");
    await button(page, "Answer").click();
    await page.getByLabel("Your answer").fill("Ten grams.");
    await page.getByLabel("Your name").first().fill("A writer");
    await page
      .getByRole("main")
      .getByRole("button", { name: "Answer", exact: true })
      .last()
      .click();
    await shows(reading, "Ten grams.");
    await shows(reading, "2 comments");
    const mail = await waitForMail(running.inboxUrl, author, "A comment on");
    assert.match(mail.text, /A reader says of your article[\s\S]*How much of it\?/);
  });

  it("shows a site's desk to its team alone: whoever owns another is told so, and let in by an invitation", async () => {
    const [page, other] = [await device(), await device()];
    await signUp(page, running);
    const siteId = await foundSite(page);
    const email = await signUp(other, running);
    await foundSite(other);
    await other.goto(`/studio/${siteId}`);
    await shows(other, "You are not of the team of this site");

    await page.goto(`/studio/${siteId}/team`);
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Role").last().selectOption("editor");
    await button(page, "Invite").click();
    await shows(page, "A mail is on its way");
    const mail = await waitForMail(running.inboxUrl, email, "invited to write");
    await other.goto(/https?:\S+/.exec(mail.text)?.[0] ?? assert.fail(mail.text));
    await button(other, "Join the team").click();
    await other.getByRole("link", { name: "To the site" }).click();
    await button(other, "New draft").waitFor();
  });

  it("tells who saves second on another device that somebody was first, and loses neither text", async () => {
    const [page, second] = [await device(), await device()];
    const email = await signUp(page, running);
    await foundSite(page);
    await writeDraft(page, "Two at one table", "One.");
    await logIn(second, email, PASSWORD);
    await second.goto(page.url());
    await text(second).waitFor();
    await second.context().setOffline(true);
    await text(second).fill("Written on a train.");
    await shows(second, "Offline: kept on this device");
    await text(page).fill("Written at home.");
    await isSaved(page);

    await second.context().setOffline(false);
    await second.getByRole("heading", { name: "There is another version" }).waitFor();
    assert.equal(await text(second).inputValue(), "Written on a train.");
    await button(second, "Keep mine").click();
    await isSaved(second);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("textarea")].some(
        ({ value }) => value === "Written on a train.",
      ),
    );
    await button(second, "Swap the two").click();
    assert.equal(await text(second).inputValue(), "Written at home.");
    await isSaved(second);
  });
});
