import assert from "node:assert/strict";
import { logIn, signUp } from "../../dev/browser/device.ts";
import { waitForMail } from "../../dev/mailbox.ts";
import { nextSecond } from "../../dev/tour/accounts/nextSecond.ts";
import { running } from "../support/firestore.ts";
import { useBrowser } from "./support/browser.ts";
import { exportedBy } from "./support/exported.ts";
import { ageSignIn } from "./support/oldSignIn.ts";

const { inboxUrl } = running;

describe("web: the end of an account", function () {
  this.timeout(180_000);
  const { device } = useBrowser();

  it("hands somebody a file with what is kept about them", async () => {
    const page = await device();
    const email = await signUp(page, running);
    await page.goto("/account/details");
    await page.getByLabel("Full name").fill("Nora Newcomer");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();

    const { account, data } = await exportedBy(page);
    assert.equal(account.email, email);
    const documents = Object.values(data.accounts ?? {}).flat();
    const kept = documents.find(({ path }) => path === `users/${account.uid}/private/account`);
    assert.equal(kept?.document.fullName, "Nora Newcomer");
  });

  it("asks who has not logged in just now for the password, goes on by itself, and can be taken back", async () => {
    const page = await device();
    const email = await signUp(page, running);
    await page.goto("/account/data");
    await ageSignIn(page, "accounts-deleteAccount");
    await page.getByRole("button", { name: "Delete my account" }).click();
    await page.getByRole("button", { name: "Delete it" }).click();

    const question = page.getByRole("dialog", { name: "Is it still you?" });
    await question.getByLabel("Your password").fill("not the password");
    await question.getByRole("button", { name: "Go on" }).click();
    await question.getByText("password is wrong").waitFor();
    await question.getByLabel("Your password").fill("a long password");
    await question.getByRole("button", { name: "Go on" }).click();

    await page.getByText("Your account will be gone on").waitFor();
    assert.equal(await page.getByRole("dialog").count(), 0);
    await waitForMail(inboxUrl, email, "delet");
    await page.getByRole("button", { name: "Keep my account" }).click();
    await page.getByRole("button", { name: "Delete my account" }).waitFor();
  });

  it("logs out everywhere, here too", async () => {
    const [page, lost] = [await device(), await device()];
    const email = await signUp(page, running);
    await logIn(lost, email, "a long password");
    await nextSecond();
    await page.goto("/account/security");
    await page.getByRole("button", { name: "Log out everywhere" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Log out everywhere" }).click();
    await page.getByText("Log in to go on").waitFor();
    await lost.goto("/account/security");
    await lost.getByText("Log in to go on").waitFor();
  });
});
