import assert from "node:assert/strict";
import { MINUTE, now } from "../../../functions/src/core/clock.ts";
import { deliver } from "../../../functions/src/core/mail/deliver.ts";
import { sweepMail } from "../../../functions/src/core/mail/sweep.ts";
import { queued, standing, useOutbox } from "../../support/mail.ts";
import { SmtpServer } from "../../support/smtp.ts";

const [user, password] = ["kindling", "open sesame"];
const known = { SMTP_USER: user, SMTP_PASSWORD: password };

describe("core: the outbox: a server that wants a password", () => {
  const { pass } = useOutbox();
  let undo: (() => unknown)[] = [];
  afterEach(async () => {
    for (const step of undo.toReversed()) await step();
    undo = [];
  });

  async function serverFor(
    login: { password: string; tls: boolean; trusted: boolean },
    settings: Record<string, string>,
  ): Promise<SmtpServer> {
    const server = new SmtpServer({ user, ...login });
    await server.start(settings);
    undo.push(() => server.stop(), login.trusted ? server.trusted() : () => {});
    return server;
  }

  it("gets the right one over TLS, and takes the mail", async () => {
    const server = await serverFor({ password, tls: true, trusted: true }, known);
    assert.equal(await deliver(await queued()), "sent");
    assert.deepEqual(server.passwords, [password]);
    assert.equal(server.accepted.length, 1);
  });

  it("and gets a wrong one: our fault, so the mail waits until that is put right", async () => {
    const server = await serverFor({ password: "another", tls: true, trusted: true }, known);
    const mail = await queued();
    assert.equal(await deliver(mail), "retry");
    const { state, error } = await standing(mail);
    assert.equal(state, "RETRY");
    assert.match(error ?? "", /535 wrong user name or password/);
    assert.deepEqual(server.passwords, [password]);

    server.setPassword(password);
    pass(MINUTE);
    assert.deepEqual(await sweepMail(now(), 100), ["sent"]);
  });

  it("is not shown it in clear text: the mail waits", async () => {
    const server = await serverFor({ password, tls: false, trusted: false }, known);
    const mail = await queued();
    assert.equal(await deliver(mail), "retry");
    assert.match((await standing(mail)).error ?? "", /STARTTLS/);
    assert.deepEqual(server.passwords, []);
  });

  it("is not shown it under a certificate that nobody vouches for: the mail waits", async () => {
    const server = await serverFor({ password, tls: true, trusted: false }, known);
    const mail = await queued();
    assert.equal(await deliver(mail), "retry");
    assert.match((await standing(mail)).error ?? "", /certificate/);
    assert.deepEqual(server.passwords, []);
  });

  it("and gets none, because none is set: our fault too, so the mail waits", async () => {
    await serverFor({ password, tls: true, trusted: true }, { SMTP_USER: "", SMTP_PASSWORD: "" });
    const mail = await queued();
    assert.equal(await deliver(mail), "retry");
    const { state, error } = await standing(mail);
    assert.equal(state, "RETRY");
    assert.match(error ?? "", /530/);
  });
});
