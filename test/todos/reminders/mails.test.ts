import assert from "node:assert/strict";
import { render } from "../../../functions/src/core/mail/template.ts";
import { reminderOf } from "../../../functions/src/todos/reminders/mails.ts";
import { withSetting } from "../support/pureSettings.ts";
import { due, taskOf } from "../support/pureTasks.ts";

const mailOf = (...[fields, list = "Home"]: [Parameters<typeof taskOf>[0], string?]) =>
  render(reminderOf(taskOf(fields), list));

describe("todos: the mail of a reminder", () => {
  it("says what is to be done, in which list and when, and what is noted", () => {
    const { subject, text } = mailOf({
      title: "Rent",
      notes: "To the landlord,\nas always",
      due: due("2026-12-31", "09:30", "Europe/Berlin"),
    });
    assert.equal(subject, "Reminder: Rent");
    for (const words of [
      "Rent\n",
      "List: Home\n",
      "Due: Thu, 31 Dec 2026, 09:30\n",
      "To the landlord,\nas always\n",
    ]) {
      assert.ok(text.includes(words), words);
    }
  });

  it("says nothing of what there is not", () => {
    const { text } = mailOf({ title: "Rent", notes: "", due: null });
    assert.ok(text.includes("Rent\n\nList: Home\n"));
    assert.ok(!text.includes("Due:"));
    assert.ok(!/\n\n\n/.test(text));
  });

  it("leads to the app where it is known, and else has no link", () => {
    const there = withSetting("APP_URL", "https://todos.example", () => mailOf({}));
    assert.ok(there.html.includes('<a href="https://todos.example">'));
    const nowhere = withSetting("APP_URL", "", () => mailOf({}));
    assert.ok(!nowhere.html.includes("<a "));
  });

  it("says titles, notes and lists as they are, and never as markup; the subject is one line", () => {
    const evil = `<script>"1" & '2'</script>`;
    const { subject, text, html } = mailOf({ title: evil, notes: `${evil}\r\nBcc: all` }, evil);
    assert.equal(subject, `Reminder: ${evil}`);
    assert.equal(text.split(evil).length, 4);
    assert.ok(!html.includes("<script>"));
  });
});
