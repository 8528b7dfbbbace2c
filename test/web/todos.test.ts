import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { logIn, signUp } from "../../dev/browser/device.ts";
import { waitForMail } from "../../dev/mailbox.ts";
import { running } from "../support/firestore.ts";
import { useBrowser } from "./support/browser.ts";

const PASSWORD = "a long password";

describe("web: lists and their tasks", function () {
  this.timeout(180_000);
  const { device } = useBrowser();

  it("are shared by mail, and each sees at once what the other does", async () => {
    const [owner, friend] = [await device(), await device()];
    await signUp(owner, running, PASSWORD);
    const address = await signUp(friend, running, PASSWORD);

    await makeList(owner, "Camping");
    await add(owner, "Tent", "Stove", "Matches");
    await invite(owner, address);
    await friend.goto(await linkIn(address));
    await friend.getByRole("button", { name: "Join the list" }).click();
    await friend.getByRole("heading", { name: "Camping" }).waitFor();
    await shows(friend, "Tent", "Stove", "Matches");

    await owner.getByRole("link", { name: "To do" }).click();
    await add(friend, "Lantern");
    await shows(owner, "Tent", "Stove", "Matches", "Lantern");

    await owner.getByLabel("Done: Stove").click();
    await shows(friend, "Tent", "Matches", "Lantern");
    await owner.getByRole("button", { name: "Undo" }).click();
    await shows(friend, "Tent", "Stove", "Matches", "Lantern");

    await drag(owner, "Lantern", "Tent");
    await shows(friend, "Lantern", "Tent", "Stove", "Matches");

    const down = friend.getByRole("button", { name: "Move down: Lantern" });
    await down.focus();
    await friend.keyboard.press("Enter");
    await shows(owner, "Tent", "Lantern", "Stove", "Matches");
    await friend.keyboard.press("Enter");
    await shows(owner, "Tent", "Stove", "Lantern", "Matches");
  });

  it("are read by who may read along: nothing can be changed, and the page says why", async () => {
    const [owner, reader] = [await device(), await device()];
    await signUp(owner, running, PASSWORD);
    const address = await signUp(reader, running, PASSWORD);
    await makeList(owner, "Surprise");
    await add(owner, "Balloons");
    await invite(owner, address, "Read along");
    await reader.goto(await linkIn(address));
    await reader.getByRole("button", { name: "Join the list" }).click();
    await reader.getByText("You read along on this list, and can't change it.").waitFor();
    await shows(reader, "Balloons");

    assert.equal(await reader.getByLabel("New task").count(), 0);
    assert.equal(await reader.getByLabel("Done: Balloons").isDisabled(), true);
    await reader.getByRole("button", { name: "Details of Balloons" }).click();
    await reader.getByRole("dialog").getByText("Nobody has said anything yet.").waitFor();
    assert.equal(await reader.getByRole("button", { name: "Save" }).count(), 0);

    // Made a writer, they can at once.
    await reader.getByRole("button", { name: "Close" }).click();
    await owner.getByLabel("What Somebody without a name may do").selectOption("Writer");
    await add(reader, "Candles");
    await shows(reader, "Balloons", "Candles");
  });

  it("go on without a network: what is added then waits, and is on the other device later", async () => {
    const [laptop, phone] = [
      await device(),
      await device({ viewport: { width: 390, height: 800 } }),
    ];
    const address = await signUp(laptop, running, PASSWORD);
    await makeList(laptop, "Journey");
    await add(laptop, "Tickets");
    await logIn(phone, address, PASSWORD);
    await phone.goto("/todos");
    await phone.getByRole("link", { name: "Journey" }).click();
    await shows(phone, "Tickets");

    await phone.context().setOffline(true);
    await phone.getByText("You are offline.").waitFor();
    await add(phone, "Passport");
    await shows(phone, "Tickets", "Passport");
    await phone.getByText("Waiting to be saved").waitFor();

    await phone.context().setOffline(false);
    await shows(laptop, "Tickets", "Passport");
    await phone.getByText("Waiting to be saved").waitFor({ state: "detached" });
  });
});

async function makeList(page: Page, title: string): Promise<void> {
  await page.goto("/todos");
  await page.getByLabel("Title of a new list").fill(title);
  await page.getByRole("button", { name: "Make a list" }).click();
  await page.getByRole("heading", { name: title }).waitFor();
}

/** Enter adds, and the field is ready for the next. */
async function add(page: Page, ...titles: string[]): Promise<void> {
  await page.getByLabel("New task").click();
  for (const title of titles) {
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await page.getByLabel(`Done: ${title}`).waitFor();
  }
}

async function invite(page: Page, address: string, mayDo = "Change what is on the list") {
  await page.getByRole("link", { name: "People" }).click();
  await page.getByLabel("E-mail address").fill(address);
  await page.getByLabel("What they may do").selectOption(mayDo);
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByText(`${address} gets a mail.`).waitFor();
}

/** The path of the app that the mail leads to. */
async function linkIn(address: string): Promise<string> {
  const { text } = await waitForMail(running.inboxUrl, address, "invited to a list");
  const [link = ""] = /\/\?invite=\S+/.exec(text) ?? [];
  assert.notEqual(link, "");
  return link;
}

/** Waits until these tasks are to be done, in this order, and no others. */
async function shows(page: Page, ...titles: string[]): Promise<void> {
  const tasks = page.getByRole("list", { name: "To do" }).getByRole("checkbox");
  for (const [place, title] of titles.entries()) {
    await tasks
      .nth(place)
      .and(page.getByLabel(`Done: ${title}`))
      .waitFor();
  }
  await tasks.nth(titles.length).waitFor({ state: "detached" });
}

/** With the mouse, by the grip, to above another. */
async function drag(page: Page, title: string, above: string): Promise<void> {
  const row = (name: string) =>
    page.getByRole("listitem").filter({ has: page.getByLabel(`Done: ${name}`) });
  await row(title)
    .getByTitle("Drag to another place")
    .dragTo(row(above), { targetPosition: { x: 200, y: 4 } });
}
