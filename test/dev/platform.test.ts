import assert from "node:assert/strict";
import { sendPasswordResetEmail } from "firebase/auth";
import { openApp, signUp } from "../../dev/app.ts";
import { seed } from "../../dev/functions.ts";
import { waitForMail } from "../../dev/mailbox.ts";
import { fire } from "../../dev/schedules.ts";
import { play } from "../../dev/tour/index.ts";
import { Narrator } from "../../dev/tour/narrator.ts";
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
    fire(running.hosts.functions, running.project, "europe-west1-mail-sweep"));

  it("is seeded once, and seeding again changes nothing", async () => {
    const contents = await seed(running);
    assert.match(contents, /^Seeded: 5 people, .*\.$/);
    assert.equal(await seed(running), contents);
    assert.equal(await seed(running, "--if-empty"), "Your data of last time.");
  });

  it("shows a newcomer the whole road: the tour finds nothing different", async function () {
    this.timeout(300_000);
    const told: string[] = [];
    const tell = new Narrator((line) => told.push(line));
    assert.ok(await play(running, tell), told.join("\n"));
  });
});
