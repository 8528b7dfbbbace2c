import assert from "node:assert/strict";
import { sendPasswordResetEmail } from "firebase/auth";
import { openApp, signUp } from "../../dev/app.ts";
import { seed } from "../../dev/functions.ts";
import { waitForMail } from "../../dev/mailbox.ts";
import { fire } from "../../dev/schedules.ts";
import { catalogue } from "../../dev/seed/catalogue/index.ts";
import { Narrator } from "../../dev/tour/narrator.ts";
import { tourShop } from "../../dev/tour/shop.ts";
import { running } from "../support/firestore.ts";

describe("the local platform", function () {
  this.timeout(60_000);

  it("puts the Auth emulator's password reset into the inbox", async () => {
    const app = openApp(running);
    const email = `reset-${crypto.randomUUID()}@example.com`;
    await signUp(app, email, "a long password");
    await sendPasswordResetEmail(app.auth, email);
    const mail = await waitForMail(running.inboxUrl, email, "new password");
    assert.match(mail.text, /mode=resetPassword/);
    await app.close();
  });

  it("serves the web folder", async () => {
    const page = await fetch(`http://${running.hosts.hosting}/`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Your back end is running/);
    assert.equal(page.headers.get("x-content-type-options"), "nosniff");
  });

  it("runs a scheduled function when told to", () =>
    fire(running.hosts.functions, running.project, "europe-west1-mail-sweep-0"));

  it("is seeded with 60 products or more in 8 categories, and seeding again changes nothing", () => {
    assert.equal(Object.keys(catalogue).length, 8);
    const contents = seed(running);
    assert.match(contents, /^\d+ products\.$/);
    assert.ok(Number.parseInt(contents, 10) >= 60);
    assert.equal(seed(running), contents);
  });

  it("shows a newcomer the whole road: the tour finds nothing different", async () => {
    const told: string[] = [];
    const tell = new Narrator((line) => told.push(line));
    await tourShop(running, tell);
    assert.equal(tell.differences, 0, told.join("\n"));
  });
});
