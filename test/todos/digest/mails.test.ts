import assert from "node:assert/strict";
import { render } from "../../../functions/src/core/mail/template.ts";
import { digestOf } from "../../../functions/src/todos/digest/mails.ts";
import { due, foundTasks } from "../support/pureTasks.ts";

const TODAY = "2026-11-22";
const YESTERDAY = "2026-11-21";

const digest = (...lists: ReturnType<typeof foundTasks>[]) =>
  digestOf(lists, TODAY) ?? assert.fail("there is no digest");
const textOf = (...lists: ReturnType<typeof foundTasks>[]) => render(digest(...lists)).text;

/** The lines that name a task of "Home", without what it says of them. */
const namedIn = (text: string) =>
  [...text.matchAll(/^(.+) \(Home\): /gm)].map(([, title]) => title);

describe("todos: the daily mail", () => {
  it("is none where nothing is due", () => {
    assert.equal(digestOf([], TODAY), undefined);
    assert.equal(digestOf([foundTasks("Home"), foundTasks("Work")], TODAY), undefined);
    assert.ok(digestOf([foundTasks("Home"), foundTasks("Work", { due: due(TODAY) })], TODAY));
  });

  it("says how many tasks there are", () => {
    const task = { due: due(TODAY) };
    assert.equal(digest(foundTasks("Home", task)).subject, "One task for today");
    assert.equal(
      digest(foundTasks("Home", task, { due: due(YESTERDAY) }), foundTasks("Work", task)).subject,
      "3 tasks for today",
    );
  });

  it("names what is overdue first, then what is due today, with the list and the day", () => {
    const text = textOf(
      foundTasks("Home", { title: "Rent", due: due(TODAY, "09:30") }),
      foundTasks("Work", { title: "Report", due: due(YESTERDAY) }),
    );
    assert.match(
      text,
      /Overdue\s+Report \(Work\): Sat, 21 Nov 2026\s+Today\s+Rent \(Home\): Sun, 22 Nov 2026, 09:30\s/,
    );
  });

  it("has a heading only above what there is", () => {
    const overdue = textOf(foundTasks("Home", { due: due(YESTERDAY) }));
    assert.ok(/^Overdue$/m.test(overdue) && !/^Today$/m.test(overdue));
    const today = textOf(foundTasks("Home", { due: due(TODAY) }));
    assert.ok(/^Today$/m.test(today) && !/^Overdue$/m.test(today));
  });

  it("has them by day, then by time and last what has none, then as they are in the list", () => {
    const tasks = [
      { title: "no time, second", due: due(TODAY), position: "b" },
      { title: "evening", due: due(TODAY, "20:00"), position: "a" },
      { title: "long ago", due: due("2025-12-31", "23:00"), position: "z" },
      { title: "no time, first", due: due(TODAY), position: "B" },
      { title: "yesterday", due: due(YESTERDAY), position: "a" },
      { title: "morning", due: due(TODAY, "08:00"), position: "c" },
    ];
    const inOrder = [
      "long ago",
      "yesterday",
      "morning",
      "evening",
      "no time, first",
      "no time, second",
    ];
    assert.deepEqual(namedIn(textOf(foundTasks("Home", ...tasks))), inOrder);
    assert.deepEqual(namedIn(textOf(foundTasks("Home", ...tasks.toReversed()))), inOrder);
  });

  it("names 50 under each heading, and says how many more there are", () => {
    const many = (count: number, date: string) =>
      Array.from({ length: count }, (_, n) => ({ title: `${date}.${n}`, due: due(date) }));
    const text = textOf(foundTasks("Home", ...many(51, YESTERDAY), ...many(50, TODAY)));
    const named = namedIn(text);
    assert.equal(named.filter((title) => title?.startsWith(YESTERDAY)).length, 50);
    assert.equal(named.filter((title) => title?.startsWith(TODAY)).length, 50);
    assert.deepEqual(text.match(/… and .*/g), ["… and 1 more."]);
    assert.equal(digest(foundTasks("Home", ...many(7_000, TODAY))).subject, "7000 tasks for today");
  });

  it("says titles as they are, and never as markup", () => {
    const title = `<b onclick="x">Tom's</b> & more`;
    const { text, html } = render(digest(foundTasks("<Home>", { title, due: due(TODAY) })));
    assert.ok(text.includes(`${title} (<Home>)`));
    assert.ok(!html.includes("<b ") && !html.includes("<Home>"));
  });

  it("says why it comes and how to end it", () => {
    assert.match(textOf(foundTasks("Home", { due: due(TODAY) })), /asked for it.*switch it off/);
  });
});
