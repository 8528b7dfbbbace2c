import assert from "node:assert/strict";
import { deliver } from "../../../functions/src/core/mail/deliver.ts";
import { paragraph } from "../../../functions/src/core/mail/template.ts";
import { putByHand, queued, someone, standing, stored, useOutbox } from "../../support/mail.ts";

const file = { filename: "notes.txt", contentType: "text/plain", content: "One\r\nTwo é" };
const message = { subject: "Hello", text: "Good morning.", html: "<p>Good morning.</p>" };

describe("core: the outbox: attachments", () => {
  const { smtp } = useOutbox();

  /** What became of a mail with these, and why. */
  async function outcomeOf(attachments: unknown): Promise<[string, string | null]> {
    const mail = await putByHand({ to: someone(), message: { ...message, attachments } });
    const outcome = await deliver(mail);
    return [outcome, (await standing(mail)).error];
  }

  it("go with the mail, as they are, under their name and type", async () => {
    const other = { ...file, filename: "stay.ics", contentType: "text/calendar; method=PUBLISH" };
    const template = { subject: "Hello", blocks: [paragraph("Hi.")], attachments: [file, other] };
    const mail = await queued(someone(), template);
    assert.deepEqual((await stored(mail.id)).data().message.attachments, [file, other]);
    assert.equal(await deliver(mail), "sent");
    const [{ mail: received } = assert.fail()] = smtp.accepted;
    assert.deepEqual(
      received.attachments.map(({ filename, contentType, content }) => [
        ...[filename, contentType, content.toString()],
      ]),
      [
        [file.filename, "text/plain", file.content],
        ["stay.ics", "text/calendar", file.content],
      ],
    );
  });

  it("are not spoken of in a mail that has none", async () => {
    const mail = await queued();
    assert.equal("attachments" in mail.data().message, false);
    await deliver(mail);
    assert.deepEqual(smtp.accepted[0]?.mail.attachments, []);
  });

  it("that would have the sender read a file or fetch an address put the mail aside, and nothing is sent", async () => {
    for (const extra of [
      { path: "/etc/hostname" },
      { path: "https://example.com/" },
      { href: "https://example.com/" },
      { raw: { path: "/etc/hostname" } },
      { encoding: "base64" },
      { cid: "logo" },
      { headers: { "x-header": "1" } },
      { contentTransferEncoding: "7bit" },
    ]) {
      const [name] = Object.keys(extra);
      const { content: _, ...bare } = file;
      for (const attachment of [
        { ...file, ...extra },
        { ...bare, ...extra },
      ]) {
        const [outcome, error] = await outcomeOf([attachment]);
        assert.equal(outcome, "dead", name);
        assert.match(error ?? "", /^Malformed: message\.attachments\.0/, name);
      }
    }
    for (const content of [{ path: "/etc/hostname" }, { href: "https://example.com/" }]) {
      const [outcome, error] = await outcomeOf([{ ...file, content }]);
      assert.deepEqual(
        [outcome, /^Malformed: message\.attachments\.0/.test(error ?? "")],
        ["dead", true],
      );
    }
    assert.equal(smtp.asked.length, 0);
  });

  it("are at most five, of at most 100,000 characters, with a name and a type of one line", async () => {
    const longest = { ...file, content: "x".repeat(100_000), filename: "n".repeat(100) };
    assert.deepEqual(await outcomeOf(Array.from({ length: 5 }, () => longest)), ["sent", null]);
    smtp.forget();
    const worse: unknown[] = [
      Array.from({ length: 6 }, () => file),
      [{ ...file, content: "x".repeat(100_001) }],
      [{ ...file, content: "" }],
      [{ ...file, content: 7 }],
      [{ ...file, filename: "n".repeat(101) }],
      [{ ...file, filename: "" }],
      [{ ...file, filename: "a.txt\r\nBcc: x@example.com" }],
      [{ ...file, contentType: "text/plain\r\nBcc: x@example.com" }],
      [{ ...file, contentType: "t".repeat(101) }],
      [{ filename: "a", content: "b" }],
      [null],
      ["/etc/hostname"],
      { 0: file },
      "/etc/hostname",
      null,
    ];
    for (const attachments of worse) {
      const [outcome, error] = await outcomeOf(attachments);
      const about = JSON.stringify(attachments).slice(0, 80);
      assert.equal(outcome, "dead", about);
      assert.match(error ?? "", /^Malformed: message\.attachments/, about);
    }
    assert.equal(smtp.asked.length, 0);
  });
});
