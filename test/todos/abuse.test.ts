import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DAY, now, stamp } from "../../functions/src/core/clock.ts";
import { ADDRESS_LIMIT } from "../../functions/src/core/invitations/invite.ts";
import { charge, counterOf } from "../../functions/src/core/limits.ts";
import { completeTasks } from "../../functions/src/todos/completeTasks.ts";
import { exportTasks } from "../../functions/src/todos/exportTasks.ts";
import { importTasks } from "../../functions/src/todos/importTasks.ts";
import { inviteToList } from "../../functions/src/todos/inviteToList.ts";
import { REMINDER_LIMIT } from "../../functions/src/todos/reminders/remind.ts";
import { sweepReminders } from "../../functions/src/todos/reminders/sweepReminders.ts";
import { setDigest } from "../../functions/src/todos/setDigest.ts";
import { dueTasksOf } from "../../functions/src/todos/task/dueTasks.ts";
import { transferList } from "../../functions/src/todos/transferList.ts";
import { call, callWith, customer, refused } from "../support/call.ts";
import { somebody } from "../support/knownPeople.ts";
import { useStillClock } from "../support/time.ts";
import { dueOn } from "./support/jobs.ts";
import { listOf, mailsTo, putTask } from "./support/lists.ts";

describe("todos: what somebody can make them cost", () => {
  const { pass } = useStillClock();

  it("is 100 mails a day to remind oneself; what is more is dropped, until the next day", async () => {
    const person = await somebody();
    const listId = await listOf(person);
    const remind = (n: number) =>
      putTask(listId, { reminder: { at: stamp(n), uid: person.uid, state: "waiting" } });
    for (let n = 1; n < REMINDER_LIMIT.calls; n++) {
      await charge("todos.remind", person.uid, REMINDER_LIMIT);
    }
    await remind(-2);
    await remind(-1);
    assert.deepEqual((await sweepReminders(now(), 10)).toSorted(), ["dropped", "sent"]);
    assert.equal((await mailsTo(person.token.email)).length, 1);
    pass(DAY);
    await remind(0);
    assert.deepEqual(await sweepReminders(now(), 10), ["sent"]);
  });

  it("is five mails a day to an address that is invited, by whomever and to whatever list", async () => {
    const email = `guest-${randomUUID()}@example.com`;
    const invite = async () => {
      const owner = customer();
      const listId = await listOf(owner);
      return call(inviteToList, owner, { listId, email, role: "reader" });
    };
    for (let n = 0; n < ADDRESS_LIMIT.calls; n++) await invite();
    await refused(invite(), "resource-exhausted", "too-many-requests");
    assert.equal((await mailsTo(email)).length, ADDRESS_LIMIT.calls);
    pass(DAY);
    await invite();
  });

  it("is no daily mail each minute: zones are places, not offsets, and 20 changes a day", async () => {
    const person = customer();
    for (const zone of ["+05:30", "+0001", "-08"]) {
      const attempt = call(setDigest, person, { digest: { hour: 7, zone } });
      await refused(attempt, "invalid-argument", "invalid-input");
    }
    const digest = { hour: 7, zone: "Europe/Berlin" };
    for (let n = 0; n < 20; n++) await call(setDigest, person, { digest });
    const attempt = call(setDigest, person, { digest });
    await refused(attempt, "resource-exhausted", "too-many-requests");
    assert.equal((await counterOf("local", person.uid).get()).data()?.calls, 20);
  });

  it("is no hiding of what one has to do behind what others have", async () => {
    const [person, other] = [customer(), customer()];
    const listId = await listOf(other, { writers: [person] });
    const due = dueOn("2026-01-01");
    await Promise.all(
      Array.from({ length: 501 }, () => putTask(listId, { due, assigneeId: other.uid })),
    );
    await putTask(listId, { due: dueOn("2026-01-02"), title: "mine", assigneeId: person.uid });
    await putTask(listId, { due: dueOn("2026-01-03"), title: "anybody's" });
    const [found] = await dueTasksOf(person.uid, { until: "2026-12-31" });
    assert.deepEqual(
      found?.tasks.map((task) => task.data().title),
      ["mine", "anybody's"],
    );
  });

  it("is no unexpected end of a call, for an id that no document can have or half a letter", async () => {
    const owner = customer();
    const listId = await listOf(owner);
    for (const uid of [".", "..", "__x__", "a/b", "\ud800"]) {
      await refused(
        call(transferList, owner, { listId, uid }),
        "invalid-argument",
        "invalid-input",
      );
    }
    for (const id of ["__x__", ".", "", "a/b", "x".repeat(65)]) {
      const tasks = { listId, taskIds: [id] };
      await refused(call(completeTasks, owner, tasks), "invalid-argument", "invalid-input");
      const file = { listId: id, format: "json" };
      await refused(callWith(exportTasks, owner, file), "invalid-argument", "invalid-input");
    }
    const content = JSON.stringify([{ title: "Tea", labels: "\ud800" }]);
    const input = { requestId: randomUUID(), listId, format: "json" as const, content };
    await refused(call(importTasks, owner, input), "invalid-argument", "invalid-rows");
  });
});
