import assert from "node:assert/strict";
import fc from "fast-check";
import { deliver } from "../../../functions/src/core/mail/deliver.ts";
import {
  link,
  paragraph,
  render,
  rows,
  type Template,
} from "../../../functions/src/core/mail/template.ts";
import { transport } from "../../../functions/src/core/mail/transport.ts";
import { putByHand, queued, someone, standing, useOutbox } from "../../support/mail.ts";

const saying = (words: string): Template => ({
  subject: words,
  blocks: [
    paragraph(words),
    rows([words, words], ["Total", words]),
    link(words, "https://shop.example/"),
    link(words, `ftp://${words}`),
  ],
});
const tagsOf = (html: string) => html.match(/<[^>]*>/g);
const asRead = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));

const hostile = `<script>alert("1")</script> & <b onclick='x'>Tom's</b> \`tick\` &lt; Grüße 🎁`;

describe("core: the outbox: what a mail says", () => {
  const { smtp } = useOutbox();

  it("is words and never markup, whatever the words are", () => {
    const tags = tagsOf(render(saying("harmless")).html);
    fc.assert(
      fc.property(fc.string(), (words) => {
        assert.deepEqual(tagsOf(render(saying(words)).html), tags);
      }),
      { examples: [[hostile]] },
    );
  });

  it("is the same in both parts, escaped in the HTML alone", () => {
    const saidIn = (words: string) => [
      paragraph(words),
      rows([words, "-"]),
      rows(["-", words]),
      link(words, "https://shop.example/"),
      link(words, "ftp://-"),
      link("-", `ftp://${words}`),
    ];
    const property = fc.property(fc.string(), (words) => {
      for (const block of saidIn(words)) {
        const { text, html } = render({ subject: "-", blocks: [block] });
        assert.ok(text.includes(words), "in the text");
        assert.ok(asRead(html).includes(words), "in the HTML");
      }
    });
    fc.assert(property, { examples: [[hostile]] });
  });

  it("arrives as it was written, in both parts", async () => {
    const template = saying(hostile);
    await deliver(await queued(someone(), template));
    const { subject, text, html } = smtp.accepted[0]?.mail ?? assert.fail();
    assert.deepEqual({ subject, text, html }, render(template));
    assert.ok(text?.includes(hostile));
    assert.ok(html && !html.includes("<script>") && html.includes("&#60;script&#62;"));
  });

  it("links to web addresses alone", () => {
    const html = (url: string) => render({ subject: "Hi", blocks: [link("Open", url)] }).html;
    assert.match(
      html("https://shop.example/a?b=1&c=2"),
      /<a href="https:\/\/shop\.example\/a\?b=1&#38;c=2">Open<\/a>/,
    );
    const others = [
      "javascript:alert(1)",
      " javascript:alert(1)",
      "javascript:alert(1)//https://shop.example",
      "data:text/html,x",
      "//x.example",
    ];
    for (const url of [...others, "java\nscript:alert(1)", "https://x.example/\njavascript:"]) {
      assert.doesNotMatch(html(url), /<a |href/);
    }
    assert.doesNotMatch(html(`https://x.example/"onmouseover="alert(1)`), /"onmouseover/);
  });

  const smuggled = "Hello\r\nBcc: victim@example.com\r\n\r\n<script>";
  const received = () => {
    const { to, mail } = smtp.accepted[0] ?? assert.fail("nothing was accepted");
    assert.equal(mail.subject?.includes("\n"), false);
    assert.deepEqual([mail.bcc, mail.cc, mail.headers.has("bcc")], [undefined, undefined, false]);
    assert.deepEqual(smtp.asked, to);
    return mail;
  };

  it("stays below the subject: a line break in it makes no header", async () => {
    await deliver(await queued(someone(), saying(smuggled)));
    assert.equal(received().subject, "Hello Bcc: victim@example.com <script>");
  });

  it("stays there also if the document was put there by hand", async () => {
    const message = { subject: smuggled, text: "Hi", html: "<p>Hi</p>" };
    assert.equal(await deliver(await putByHand({ to: someone(), message })), "sent");
    assert.equal(received().text, "Hi");
  });

  const file = { path: "/etc/passwd" };
  const address = { href: "http://127.0.0.1/" };
  const good = { subject: "Hi", text: "Hi", html: "<p>Hi</p>" };
  const reaching: Record<string, [field: string, message: object]> = {
    "a file for its HTML": ["message.html", { ...good, html: file }],
    "a file for its text": ["message.text", { ...good, text: file }],
    "an address for its HTML": ["message.html", { ...good, html: address }],
    "a file attached": ["message.attachments.0.filename", { ...good, attachments: [file] }],
    "a file for all of it": ["message", { ...good, raw: file }],
  };
  for (const [what, [field, message]] of Object.entries(reaching)) {
    it(`can't be ${what}: put aside, nothing sent`, async () => {
      const mail = await putByHand({ to: someone(), message });
      assert.equal(await deliver(mail), "dead");
      const { state, error } = await standing(mail);
      assert.equal(state, "ERROR");
      assert.ok(error?.startsWith(`Malformed: ${field} `), error ?? "no error");
      assert.deepEqual(smtp.asked, []);
    });
  }

  it("can't be fetched by the SMTP client from a file or an address either", async () => {
    const envelope = { from: "shop@kindling.example", to: someone() };
    for (const [html, words] of [
      [file, /File access rejected/],
      [address, /Url access rejected/],
    ] as const) {
      await assert.rejects(transport().sendMail({ ...envelope, ...good, html }), words);
    }
    assert.equal(smtp.accepted.length, 0);
  });

  it("has a subject of 200 characters at most, however long a name was put into it", () => {
    assert.equal(render({ subject: "x".repeat(500), blocks: [] }).subject.length, 200);
    const emoji = render({ subject: `${"x".repeat(199)}😀`, blocks: [] });
    assert.equal(emoji.subject, "x".repeat(199));
  });
});
