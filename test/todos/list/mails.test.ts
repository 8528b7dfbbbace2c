import assert from "node:assert/strict";
import { render } from "../../../functions/src/core/mail/template.ts";
import { AcceptInvite } from "../../../functions/src/todos/inputs.ts";
import { invitedToList, listTransferred, toApp } from "../../../functions/src/todos/list/mails.ts";
import { withSetting } from "../support/pureSettings.ts";

const CODE = `list-1.${"s".repeat(43)}`;
const evil = `<a href="https://evil.example">"Home"</a>`;

const invitation = (title = "Home") => invitedToList(title, "owner@example.com", CODE);

describe("todos: the mails about lists", () => {
  describe("an invitation", () => {
    it("says who shares which list, and how long it is good", () => {
      const { subject, text } = render(invitation());
      assert.equal(subject, "You're invited to a list at Kindling");
      assert.match(text, /owner@example\.com shares a list .*"Home"/);
      assert.match(text, /once, within seven days/);
    });

    it("leads into the app with the code that acceptInvite takes", () => {
      const { html } = withSetting("APP_URL", "https://todos.example", () => render(invitation()));
      const [, address = ""] = /<a href="([^"]+)">/.exec(html) ?? [];
      const { origin, searchParams } = new URL(address.replaceAll("&#38;", "&"));
      assert.equal(origin, "https://todos.example");
      assert.equal(searchParams.get("invite"), CODE);
      assert.ok(AcceptInvite.safeParse({ code: searchParams.get("invite") }).success);
    });

    it("shows the code where there is no app to lead to", () => {
      const { text, html } = withSetting("APP_URL", "", () => render(invitation()));
      assert.ok(text.includes(`Invitation: ${CODE}\n`));
      assert.ok(!html.includes("<a "));
    });

    it("is confidential, since who has it gets in", () => {
      assert.equal(invitation().confidential, true);
    });

    it("has no word of strangers in its subject, and none as a link", () => {
      const { subject, html } = render(invitation(evil));
      assert.equal(subject, render(invitation()).subject);
      assert.ok(!html.includes('href="https://evil.example"'));
    });
  });

  it("tell the new owner that a list is theirs, and lead to the app", () => {
    const { subject, text, html } = withSetting("APP_URL", "https://todos.example", () =>
      render(listTransferred("Home")),
    );
    assert.equal(subject, 'You own the list "Home" now');
    assert.match(text, /the list "Home" at Kindling is yours now/);
    assert.ok(html.includes('<a href="https://todos.example">'));
    assert.ok(!render(listTransferred(evil)).html.includes('href="https://evil.example"'));
  });

  it("lead nowhere where it is not known where the app is", () => {
    assert.equal(withSetting("APP_URL", "https://todos.example", toApp).length, 1);
    assert.deepEqual(withSetting("APP_URL", "", toApp), []);
  });
});
