import assert from "node:assert/strict";
import { signUp } from "../../dev/browser/device.ts";
import { running } from "../support/firestore.ts";
import { useBrowser } from "./support/browser.ts";
import { exportedBy } from "./support/exported.ts";
import { allowGoogle, useGoogle } from "./support/googleWindow.ts";

const someone = () => `web-${crypto.randomUUID()}@example.com`;

describe("web: accounts of guests, and of Google", function () {
  this.timeout(180_000);
  const { device } = useBrowser();

  const guest = async () => {
    const page = await device();
    await page.goto("/login");
    await page.getByRole("button", { name: "Look around as a guest" }).click();
    await page.locator("summary").getByText("Guest").waitFor();
    return page;
  };

  it("lets a guest who signs up stay who they are", async () => {
    const [page, email] = [await guest(), someone()];
    const before = await exportedBy(page);
    assert.equal(before.account.email, null);

    await page.getByRole("link", { name: "Sign up" }).click();
    await page.getByText("You keep what you have done here as a guest.").waitFor();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("a long password");
    await page.getByRole("button", { name: "Sign up", exact: true }).click();
    await page.getByText(`We have sent a link to ${email}.`).waitFor();
    const after = await exportedBy(page);
    assert.deepEqual([after.account.uid, after.account.email], [before.account.uid, email]);
  });

  it("brings along what a guest has to the account that they had already", async () => {
    const owner = await device();
    const email = await signUp(owner, running);
    const page = await guest();
    await page.goto("/account");
    await page.getByRole("link", { name: "Log in", exact: true }).click();
    await page.getByText("What you have done here as a guest comes along.").waitFor();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("a long password");
    const adopted = page.waitForResponse(
      (answer) => answer.url().endsWith("/shop-adoptGuest") && answer.request().method() === "POST",
    );
    await page.getByRole("main").getByRole("button", { name: "Log in", exact: true }).click();
    assert.deepEqual(await (await adopted).json(), { result: { orders: 0 } });
    await page.locator("summary").getByText(email).waitFor();
  });

  it("asks a guest who leaves before they lose what they have", async () => {
    const page = await guest();
    await page.goto("/account");
    await page.getByRole("button", { name: "Leave" }).click();
    await page.getByRole("dialog").getByText("Nobody can come back as this guest.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
    await page.getByText("Log in to go on").waitFor();
  });

  it("logs in with Google, in its own window, by an address that needs no confirmation", async () => {
    const [page, email] = [await device(), someone()];
    await allowGoogle(page);
    await page.goto("/login?next=/account/security");
    await useGoogle(page, "Continue with Google", email);
    await page.getByText("You log in with Google.").waitFor();
    await page.getByText(email, { exact: true }).first().waitFor();
    assert.equal(await page.getByText("Confirm your address.").count(), 0);
  });

  it("makes a guest's account one of Google", async () => {
    const [page, email] = [await guest(), someone()];
    await allowGoogle(page);
    const before = await exportedBy(page);
    await page.getByRole("link", { name: "Sign up" }).click();
    await page.getByRole("heading", { name: "Sign up" }).waitFor();
    await useGoogle(page, "Continue with Google", email);
    await page.locator("summary").getByText(email).waitFor();
    const after = await exportedBy(page);
    assert.equal(after.account.uid, before.account.uid);
  });
});
