import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { logIn, signUp } from "../../dev/browser/device.ts";
import { followLink, mailsTo, waitForMail } from "../../dev/mailbox.ts";
import { nextSecond } from "../../dev/tour/accounts/nextSecond.ts";
import { running } from "../support/firestore.ts";
import { useBrowser } from "./support/browser.ts";

const { inboxUrl } = running;
const someone = () => `web-${crypto.randomUUID()}@example.com`;

const refusal = (page: Page, sentence: string) =>
  page.getByRole("alert").getByText(sentence).waitFor();

describe("web: accounts", function () {
  this.timeout(180_000);
  const { device } = useBrowser();

  it("knows of a confirmed address once one comes back from the mail, without loading anew", async () => {
    const [page, email] = [await device(), someone()];
    await page.goto("/signup");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("a long password");
    await page.getByRole("button", { name: "Sign up", exact: true }).click();
    await page.getByText(`We have sent a link to ${email}.`).waitFor();
    await page.getByRole("button", { name: "I have confirmed it" }).click();
    await page.getByText("It is not confirmed yet.").waitFor();

    await followLink(await waitForMail(inboxUrl, email, "Confirm"));
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await page.getByText("Your address is confirmed.").waitFor();
    await page.getByText("We have sent a link").waitFor({ state: "detached" });
  });

  it("gives a profile a name that nobody else has, and shows it to everybody", async () => {
    const [page, stranger] = [await device(), await device()];
    await signUp(page, running);
    await page.goto("/account");
    await page.getByLabel("Name", { exact: true }).fill("Nora Newcomer");
    await page.getByLabel("Username").fill("demo_host");
    await page.getByText("Somebody else has it. Choose another.").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await refusal(page, "Somebody else has this username. Choose another.");

    const username = `N_${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
    await page.getByLabel("Username").fill(username);
    await page.getByText("It is free.").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    await page.locator("summary").getByText("Nora Newcomer").waitFor();

    const path = await page.getByRole("link", { name: "See it as others do" }).getAttribute("href");
    await stranger.goto(path ?? assert.fail("no link to it"));
    await stranger.getByRole("heading", { name: "Nora Newcomer" }).waitFor();
    await stranger.getByText(`@${username}`).waitFor();
  });

  it("refuses a wrong password with a sentence, and mails a link with which another is chosen", async () => {
    const page = await device();
    const email = await signUp(page, running);
    await page.getByLabel("Your account").first().click();
    await page.getByRole("button", { name: "Log out" }).click();
    await page.goto("/login");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("main").getByRole("button", { name: "Log in", exact: true }).click();
    await refusal(page, "The e-mail address or the password is wrong.");

    await page.getByRole("link", { name: "Forgotten it?" }).click();
    await page.getByRole("heading", { name: "Choose a new password" }).waitFor();
    const nobody = someone();
    for (const address of [nobody, email]) {
      await page.getByLabel("E-mail address").fill(address);
      await page.getByRole("button", { name: /^Send/ }).click();
      await page.getByText(`If ${address} has an account here`).waitFor();
    }
    const newPassword = "another long password";
    await followLink(await waitForMail(inboxUrl, email, "new password"), { newPassword });
    assert.deepEqual(await mailsTo(inboxUrl, nobody), []);
    await logIn(page, email, newPassword);
  });

  it("stays logged in where a password is changed, and nowhere else", async () => {
    const [page, lost] = [await device(), await device()];
    const email = await signUp(page, running);
    await logIn(lost, email, "a long password");
    await nextSecond();

    await page.goto("/account/security");
    await page.getByLabel("New password").fill("another long password");
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText("Your password is changed.").waitFor();
    await page.goto("/account/details");
    await page.getByLabel("Full name").waitFor();

    await lost.goto("/account/details");
    await lost.getByText("Log in to go on").waitFor();
  });

  it("changes the address once the link is followed that was mailed to the new one", async () => {
    const [page, other, email] = [await device(), await device(), someone()];
    await signUp(page, running);
    await page.goto("/account/security");
    await page.getByLabel("New e-mail address").fill(email);
    await page.getByRole("button", { name: "Change the address" }).click();
    await page.getByText(`A link is on its way to ${email}.`).waitFor();
    await followLink(await waitForMail(inboxUrl, email, "Confirm your new"));
    await logIn(other, email, "a long password");
  });
});
