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

  it("serves the web app at every address that is no site's, kept for good where its name says what is in it", async () => {
    const get = async (path: string) => fetch(`http://${running.hosts.hosting}${path}`);
    for (const path of ["/", "/shop/orders/1?x=1"]) {
      const page = await get(path);
      assert.equal(page.status, 200);
      assert.equal(page.headers.get("cache-control"), "no-cache");
      assert.equal(page.headers.get("x-content-type-options"), "nosniff");
      const [, script = ""] = /src="(\/assets\/[^"]+)"/.exec(await page.text()) ?? [];
      const served = await get(script);
      assert.match(served.headers.get("content-type") ?? "", /javascript/);
      assert.match(served.headers.get("cache-control") ?? "", /immutable/);
    }
    const gone = await get("/assets/of-an-earlier-deploy.js");
    assert.equal(gone.status, 404);
    assert.doesNotMatch(gone.headers.get("content-type") ?? "", /javascript/);
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
