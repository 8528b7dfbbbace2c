import assert from "node:assert/strict";
import fc from "fast-check";
import { words as labels, line } from "../../../functions/src/core/schema.ts";
import { calendarOf } from "../../../functions/src/todos/feed/calendar.ts";
import type { Task } from "../../../functions/src/todos/schema.ts";
import {
  type Component,
  parseCalendar,
  propertyOf,
  textOf,
  textsOf,
} from "../../support/icalendar.ts";
import { onServerIn, zones } from "../../support/zones.ts";
import { at, due, foundIn, foundTasks } from "../support/pureTasks.ts";

const NOW = new Date("2026-11-22T12:34:56Z");
const onDay = due("2026-12-31");

const calendar = async (...lists: ReturnType<typeof foundTasks>[]) =>
  parseCalendar(await calendarOf("Kindling", lists, NOW));
const eventsOf = async (...lists: ReturnType<typeof foundTasks>[]) =>
  (await calendar(...lists)).parts;
const eventOf = async (task: Partial<Task>): Promise<Component> => {
  const [event, ...more] = await eventsOf(foundTasks("Home", { due: onDay, ...task }));
  assert.deepEqual(more, []);
  return event ?? assert.fail("there is no event");
};
const timesOf = (event: Component) =>
  ["DTSTART", "DTEND"].map((name) => {
    const { parameters, value } = propertyOf(event, name) ?? assert.fail(`no ${name}`);
    return parameters === "" ? value : `${parameters}:${value}`;
  });

describe("todos: the calendar of a feed", () => {
  it("is one, with an event for each task that is due and for no other", async () => {
    const { properties, parts } = await calendar(
      foundTasks("Home", { title: "Rent", due: onDay }, { title: "Some day" }),
      foundTasks("Work", { title: "Report", due: due("2026-12-30", "09:30") }),
      foundTasks("Empty"),
    );
    assert.ok(properties.some(({ name, value }) => name === "VERSION" && value === "2.0"));
    assert.ok(properties.some(({ name }) => name === "PRODID"));
    assert.deepEqual(
      parts.map((event) => [event.name, textOf(event, "SUMMARY")]),
      [
        ["VEVENT", "Rent"],
        ["VEVENT", "Report"],
      ],
    );
    assert.deepEqual((await calendar()).parts, []);
  });

  it("has the name of the app, whatever that is, and says how often to ask", async () => {
    const name = "Tom, Dick; & Harry\\";
    const named = parseCalendar(await calendarOf(name, [], NOW));
    assert.equal(textOf(named, "X-WR-CALNAME"), name);
    assert.equal(propertyOf(named, "REFRESH-INTERVAL")?.value, "PT15M");
    assert.equal(propertyOf(named, "X-PUBLISHED-TTL")?.value, "PT15M");
  });

  it("says of a task its list and labels, its priority and when it was changed", async () => {
    const event = await eventOf({
      labels: ["home", "a,b;c"],
      priority: 3,
      updatedAt: at("2026-11-20T01:02:03Z"),
    });
    // Notes may be long, and are for the app to show.
    assert.equal(propertyOf(event, "DESCRIPTION"), undefined);
    assert.deepEqual(textsOf(event, "CATEGORIES"), ["Home", "home", "a,b;c"]);
    assert.equal(propertyOf(event, "PRIORITY")?.value, "1");
    assert.equal(propertyOf(event, "LAST-MODIFIED")?.value, "20261120T010203Z");
    assert.equal(propertyOf(event, "DTSTAMP")?.value, "20261122T123456Z");
  });

  it("has the higher priority as the lower number, as calendars count, and none for none", async () => {
    const priorities = await Promise.all(
      [0, 1, 2, 3].map(
        async (priority) => propertyOf(await eventOf({ priority }), "PRIORITY")?.value,
      ),
    );
    assert.deepEqual(priorities, [undefined, "9", "5", "1"]);
  });

  describe("has what is due on a day", () => {
    it("all day long, to the day after", async () => {
      const times = async (date: string) => timesOf(await eventOf({ due: due(date) }));
      const days = (...dates: string[]) => dates.map((date) => `VALUE=DATE:${date}`);
      assert.deepEqual(await times("2026-11-22"), days("20261122", "20261123"));
      assert.deepEqual(await times("2026-12-31"), days("20261231", "20270101"));
      assert.deepEqual(await times("2028-02-28"), days("20280228", "20280229"));
      assert.deepEqual(await times("2099-12-31"), days("20991231", "21000101"));
    });

    it("on that very day, in whatever zone the task and the server are", async () => {
      const dates = ["2026-03-29", "2026-09-06", "2026-10-04", "2026-10-25", "2026-12-31"];
      const days = async () => {
        const tasks = dates.flatMap((date) =>
          zones.map((zone) => ({ due: due(date, null, zone) })),
        );
        const events = await eventsOf(foundTasks("Home", ...tasks));
        return events.map((event) => propertyOf(event, "DTSTART")?.value);
      };
      const expected = dates.flatMap((date) => zones.map(() => date.replaceAll("-", "")));
      for (const zone of zones) assert.deepEqual(await onServerIn(zone, days), expected, zone);
    });
  });

  it("has what is due at a time at that moment, for half an hour, when clocks change, too", async () => {
    const times = async () =>
      Promise.all(
        [
          due("2026-03-28", "09:30", "Europe/Berlin"),
          due("2026-03-29", "09:30", "Europe/Berlin"),
          due("2026-03-29", "02:30", "Europe/Berlin"),
          due("2026-10-25", "02:45", "Europe/Berlin"),
          due("2026-12-31", "23:45", "America/New_York"),
          due("2026-12-31", "23:45", "Mars/Phobos"),
        ].map(async (when) => timesOf(await eventOf({ due: when }))),
      );
    const expected = [
      ["20260328T083000Z", "20260328T090000Z"],
      ["20260329T073000Z", "20260329T080000Z"],
      ["20260329T013000Z", "20260329T020000Z"],
      ["20261025T004500Z", "20261025T011500Z"],
      ["20270101T044500Z", "20270101T051500Z"],
      ["20261231T234500Z", "20270101T001500Z"],
    ];
    for (const zone of ["UTC", "Europe/Berlin", "America/New_York"]) {
      assert.deepEqual(await onServerIn(zone, times), expected, zone);
    }
  });

  it("knows a task again whatever is changed, and takes those of two lists for two", async () => {
    const uids = async (title: string, ...lists: string[]) => {
      const found = lists.map((list) =>
        foundIn(title, { t1: { due: onDay }, t2: { due: onDay } }, list),
      );
      const events = await eventsOf(...found);
      return events.map((event) => propertyOf(event, "UID")?.value);
    };
    const known = await uids("Home", "list-1", "list-2");
    assert.equal(new Set(known).size, 4);
    assert.deepEqual(await uids("Renamed", "list-1", "list-2"), known);
    assert.deepEqual(await uids("Home", "list-2"), known.slice(2));
  });

  describe("keeps words as they are", () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ..."\\,;:\"'",
            "\\n",
            "👨‍👩‍👧‍👦",
            "\u2028",
            "é",
            "漢",
            " ",
            "  ",
            "BEGIN:VEVENT",
          ),
          fc.string({ unit: "grapheme", maxLength: 40 }),
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(""));
    const titles = words.filter((title) => line(200).safeParse(title).success);

    it("of titles and lists, folded to 75 octets a line", async () => {
      await fc.assert(
        fc.asyncProperty(titles, titles, async (title, list) => {
          const [event] = await eventsOf(foundTasks(list, { title, due: onDay }));
          assert.equal(textOf(event!, "SUMMARY"), title);
          assert.deepEqual(textsOf(event!, "CATEGORIES"), [list]);
        }),
        { numRuns: 300, seed: 20261122 },
      );
    });

    it("at every length around a fold", async () => {
      for (const unit of ["x", "é", "漢", "😀", ","]) {
        for (let length = 1; length <= 90; length++) {
          const title = unit.repeat(length);
          assert.equal(textOf(await eventOf({ title }), "SUMMARY"), title);
        }
      }
    });

    it("and takes none for a line of its own", async () => {
      const smuggled = "Milk\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:Evil\rX-EVIL:1";
      const task = { title: "Milk", due: onDay };
      // No rule lets a title be of several lines; the calendar needs none to.
      const found = foundTasks("Home", task);
      const [snapshot] = found.tasks;
      const data = { ...snapshot!.data(), title: smuggled, labels: [smuggled] };
      const hostile = { ...found, list: { ...found.list, title: smuggled } };
      Object.assign(hostile.tasks[0]!, { data: () => data });
      const [event, ...more] = await eventsOf(hostile);
      assert.deepEqual([more, event?.parts], [[], []]);
      const meant = smuggled.replace(/\r\n?/g, "\n");
      assert.equal(textOf(event!, "SUMMARY"), meant);
      assert.deepEqual(textsOf(event!, "CATEGORIES"), [meant, meant]);
      assert.equal(propertyOf(event!, "X-EVIL"), undefined);
    });

    it("but for control characters in labels, which would spoil all of it", async () => {
      const label = "a\u0000b\u0007c\u001bd\u007fe";
      assert.ok(labels(1).safeParse([label]).success);
      const event = await eventOf({ labels: [label] });
      assert.deepEqual(textsOf(event, "CATEGORIES"), ["Home", "abcde"]);
    });
  });
});
