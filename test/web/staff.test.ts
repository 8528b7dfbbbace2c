import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { logIn, signUp } from "../../dev/browser/device.ts";
import { mailsTo, waitForMail } from "../../dev/mailbox.ts";
import { running } from "../support/firestore.ts";
import { assertAccessible, useBrowser } from "./support/browser.ts";
import { putFailedMail } from "./support/failedMail.ts";
import { ageSignIn } from "./support/oldSignIn.ts";

const PASSWORD = "a long password";

describe("web: the staff of the house", function () {
  this.timeout(180_000);
  const { device } = useBrowser();

  /** An admin's device. */
  async function admin(): Promise<Page> {
    const page = await device();
    await logIn(page, "admin@example.com");
    return page;
  }

  /** Finds somebody by the beginning of their address, and looks at them. */
  async function lookAt(page: Page, email: string): Promise<void> {
    await page.goto("/staff/people");
    await page.getByLabel("Find by e-mail address").fill(email.slice(0, 20));
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("link", { name: email }).click();
    await page.getByRole("heading", { name: "Role" }).waitFor();
  }

  async function setRole(page: Page, role: string, reason: string): Promise<void> {
    await page.getByLabel("What they are").selectOption(role);
    await page.getByLabel("Reason").fill(reason);
    await page.getByRole("button", { name: "Set the role" }).click();
    await page.getByText(`“${reason}”`).waitFor();
  }

  async function logInAgain(page: Page, email: string): Promise<void> {
    await page.getByLabel("Your account").first().click();
    await page.getByRole("button", { name: "Log out" }).click();
    await page.getByRole("link", { name: "Log in" }).first().waitFor();
    await logIn(page, email, PASSWORD);
    await page.getByLabel("Your account").first().click();
  }

  /** Waits until the audit trail shows it. */
  async function inTrail(page: Page, action: string, about: string): Promise<void> {
    await page.goto("/staff/audit");
    const entry = page.getByRole("listitem").filter({ hasText: about });
    await entry.filter({ hasText: action }).getByRole("link", { name: "Admin" }).waitFor();
  }

  it("an admin makes somebody an order manager, who has the staff's menu then, and takes it back", async () => {
    const [theirs, page] = [await device(), await admin()];
    const email = await signUp(theirs, running, PASSWORD);
    const [hired, left] = [`Hired ${randomUUID()}`, `Left ${randomUUID()}`];
    await lookAt(page, email);
    await setRole(page, "Order manager", hired);
    await waitForMail(running.inboxUrl, email, "Your role");

    await logInAgain(theirs, email);
    await theirs.getByRole("link", { name: "Staff", exact: true }).click();
    await theirs.getByRole("heading", { name: "Staff", exact: true }).waitFor();
    assert.equal(await theirs.getByRole("link", { name: "People" }).count(), 0);

    await setRole(page, "No role", left);
    await logInAgain(theirs, email);
    await theirs.getByRole("link", { name: "Account", exact: true }).waitFor();
    assert.equal(await theirs.getByRole("link", { name: "Staff", exact: true }).count(), 0);
    await theirs.goto("/staff");
    await theirs.getByText("This is for staff", { exact: true }).waitFor();

    await inTrail(page, "Role set to order manager", hired);
    await inTrail(page, "Role set to none", left);
  });

  it("who is disabled can't log in and is told so, until an admin, who has shown who it is, enables the account again", async () => {
    const [theirs, page] = [await device(), await admin()];
    const email = await signUp(theirs, running, PASSWORD);
    const reason = `Spam ${randomUUID()}`;
    await lookAt(page, email);
    await page.getByRole("button", { name: "Disable the account" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill(reason);
    await assertAccessible(page);
    await dialog.getByRole("button", { name: "Disable the account" }).click();
    await page.getByRole("button", { name: "Enable the account" }).waitFor();
    await waitForMail(running.inboxUrl, email, "disabled");

    const elsewhere = await device();
    await elsewhere.goto("/login");
    await elsewhere.getByLabel("E-mail address").fill(email);
    await elsewhere.getByLabel("Password").fill(PASSWORD);
    const main = elsewhere.getByRole("main");
    await main.getByRole("button", { name: "Log in", exact: true }).click();
    await main.getByRole("alert").getByText("This account is disabled").waitFor();

    await ageSignIn(page, "accounts-enableUser");
    await page.getByRole("button", { name: "Enable the account" }).click();
    await dialog.getByLabel("Your password").fill("kindling");
    await dialog.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "Disable the account" }).waitFor();
    await waitForMail(running.inboxUrl, email, "enabled again");
    await logIn(elsewhere, email, PASSWORD);
    await inTrail(page, "Account disabled", reason);
  });

  it("a mail that was given up is shown with the server's words, and sent again", async () => {
    const page = await admin();
    const { to, subject, event } = await putFailedMail();
    await page.goto("/staff/mail");
    await page.getByRole("link", { name: "Failed" }).click();
    await page.getByRole("link", { name: subject }).click();
    await page.getByText("550 5.1.1 mailbox unavailable").waitFor();
    await page.getByText("It was given up").waitFor();
    await assertAccessible(page);

    await page.getByRole("button", { name: "Send again" }).click();
    await page.getByText("The mail server has taken it").waitFor();
    assert.equal(await page.getByRole("button", { name: "Send again" }).count(), 0);
    await waitForMail(running.inboxUrl, to, subject);
    assert.equal((await mailsTo(running.inboxUrl, to)).length, 1);
    await inTrail(page, "Mail sent again", event);
  });

  it("an admin invites somebody, and takes the invitation back", async () => {
    const page = await admin();
    const email = `invited-${randomUUID()}@example.com`;
    await page.goto("/staff/people");
    await page.getByRole("button", { name: "Invite somebody" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("E-mail address").fill(email);
    await dialog.getByRole("button", { name: "Invite", exact: true }).click();
    await dialog.getByText(`${email} is invited until`).waitFor();
    await waitForMail(running.inboxUrl, email);
    await dialog.getByRole("button", { name: "Withdraw the invitation" }).click();
    await dialog.getByText(`${email} is invited no more`).waitFor();
  });

  it("a customer who goes to the staff's pages is told that they are for staff, and sees nothing of them", async () => {
    const page = await device();
    await logIn(page, "customer@example.com");
    for (const path of [
      "/staff/mail",
      "/staff/people",
      "/staff/audit",
      "/staff/people/demo-admin",
    ]) {
      await page.goto(path);
      await page.getByText("This is for staff", { exact: true }).waitFor();
      assert.equal(await page.getByRole("main").getByRole("listitem").count(), 0);
    }
  });
});
