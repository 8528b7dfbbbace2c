import assert from "node:assert/strict";
import { HOUR, MINUTE, now, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { Mail, mails } from "../../../functions/src/core/mail/schema.ts";
import { remind } from "../../../functions/src/todos/reminders/remind.ts";
import { sweepReminders } from "../../../functions/src/todos/reminders/sweepReminders.ts";
import type { Task } from "../../../functions/src/todos/schema.ts";
import { withoutAuth } from "../../accounts/support/auth.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { type Known, somebody } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { changeTask, dueOn } from "../support/jobs.ts";
import { listOf, mailsTo, putTask, taskNow } from "../support/lists.ts";

describe("todos: a reminder", () => {
  const { pass } = useStillClock();
  let reader: Known;
  before(async () => {
    reader = await somebody();
  });

  const sweep = (limit = 100) => sweepReminders(now(), limit);
  const waiting = (ahead: number) =>
    ({ at: stamp(ahead), uid: reader.uid, state: "waiting" }) as const;

  /** A task of which `reader`, who reads another's list, is reminded `ahead` milliseconds from now. */
  async function reminded(ahead = 0, fields: Partial<Task> = {}) {
    const listId = await listOf(await somebody(), { readers: [reader], title: "At home" });
    return { listId, taskId: await putTask(listId, { reminder: waiting(ahead), ...fields }) };
  }

  const stateOf = async ({ listId, taskId }: Awaited<ReturnType<typeof reminded>>) =>
    (await taskNow(listId, taskId)).reminder?.state;

  const mailCount = async () => (await mailsTo(reader.token.email)).length;

  it("is sent at its time, and not a second before", async () => {
    const place = await reminded(HOUR);
    pass(HOUR - SECOND);
    assert.deepEqual(await sweep(), []);
    assert.equal(await mailCount(), 0);
    pass(SECOND);
    assert.deepEqual(await sweep(), ["sent"]);
    assert.equal(await mailCount(), 1);
    assert.equal(await stateOf(place), "sent");
    assert.deepEqual(await sweep(), []);
  });

  it("goes to who asked for it, with the task, its list and when it is due, from the outbox", async () => {
    await reminded(0, {
      title: "Water <the> ferns",
      notes: "Not the cactus.",
      due: dueOn("2026-12-31", "09:30"),
    });
    await sweep();
    const all = await mails.get();
    assert.equal(all.size, 1);
    const { to, message, delivery, confidential } = Mail.parse(all.docs[0]?.data());
    assert.equal(to, reader.token.email);
    assert.equal(message.subject, "Reminder: Water <the> ferns");
    for (const part of [
      "Water <the> ferns",
      "At home",
      "Thu, 31 Dec 2026, 09:30",
      "Not the cactus.",
    ]) {
      assert.ok(message.text.includes(part), part);
    }
    assert.ok(message.html.includes("Water &#60;the&#62; ferns"));
    assert.deepEqual([delivery?.state, confidential], ["PENDING", false]);
  });

  it("is one mail, though two sweeps run at once", async () => {
    const place = await reminded();
    const outcomes = (await Promise.all([sweep(), sweep()])).flat();
    assert.equal(outcomes.filter((one) => one === "sent").length, 1);
    assert.equal(await mailCount(), 1);
    assert.equal(await stateOf(place), "sent");
  });

  for (const [moment, mailed] of [
    ["before", 0],
    ["after", 1],
  ] as const) {
    it(`is one mail, though its worker dies just ${moment} the commit and the next sweep goes on`, async () => {
      const place = await reminded();
      assert.ok(await dyingAt(1, moment, sweep));
      assert.equal(await mailCount(), mailed);
      await sweep();
      assert.equal(await mailCount(), 1);
      assert.equal(await stateOf(place), "sent");
    });
  }

  for (const [name, code] of Object.entries({ DEADLINE_EXCEEDED: 4, UNAVAILABLE: 14 })) {
    it(`is one mail, though the answer to the commit is lost (${name})`, async () => {
      const place = await reminded();
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      await sweep();
      assert.ok(met(), "the fault was not met");
      assert.equal(await mailCount(), 1);
      assert.equal(await stateOf(place), "sent");
    });
  }

  it("that is put off is sent at the later time alone", async () => {
    const { listId, taskId } = await reminded(HOUR);
    await changeTask(listId, taskId, { reminder: waiting(2 * HOUR) });
    pass(HOUR);
    assert.deepEqual(await sweep(), []);
    pass(HOUR);
    assert.deepEqual(await sweep(), ["sent"]);
    assert.equal(await mailCount(), 1);
  });

  for (const [what, ahead] of [
    ["put off", HOUR],
    ["changed to another time that is over", -HOUR],
  ] as const) {
    it(`that is ${what} while it is being sent is not sent; then it is, once`, async () => {
      const place = await reminded();
      const outcomes = await withoutAuth(["getUser"], sweep, async () => {
        await changeTask(place.listId, place.taskId, { reminder: waiting(ahead) });
        return { uid: reader.uid, email: reader.token.email, emailVerified: true, disabled: false };
      });
      assert.deepEqual(outcomes, ["not-due"]);
      assert.deepEqual([await mailCount(), await stateOf(place)], [0, "waiting"]);
      pass(HOUR);
      assert.deepEqual(await sweep(), ["sent"]);
      assert.equal(await mailCount(), 1);
    });
  }

  it("that was put off since a sweep has found it is left alone", async () => {
    const place = await reminded(SECOND);
    assert.equal(await remind(place, now()), "not-due");
    assert.deepEqual([await mailCount(), await stateOf(place)], [0, "waiting"]);
  });

  it("that was sent is sent again when somebody asks for another", async () => {
    const { listId, taskId } = await reminded();
    await sweep();
    await changeTask(listId, taskId, { reminder: waiting(MINUTE) });
    pass(MINUTE);
    assert.deepEqual(await sweep(), ["sent"]);
    assert.equal(await mailCount(), 2);
  });

  it("is sent of a task that was done and reopened before its time", async () => {
    const { listId, taskId } = await reminded(HOUR, { completedAt: stamp() });
    pass(MINUTE);
    await changeTask(listId, taskId, { completedAt: null });
    pass(HOUR);
    assert.deepEqual(await sweep(), ["sent"]);
    assert.equal(await mailCount(), 1);
  });

  it("that is late is sent; the oldest first, so many in one round", async () => {
    const [later, earlier] = [await reminded(0), await reminded(-HOUR)];
    assert.deepEqual(await sweep(1), ["sent"]);
    assert.deepEqual([await stateOf(earlier), await stateOf(later)], ["sent", "waiting"]);
    assert.deepEqual(await sweep(1), ["sent"]);
    assert.equal(await mailCount(), 2);
  });

  it("that can't be sent stops no other, and is sent when it can", async () => {
    await reminded(-HOUR);
    const failing = await somebody();
    const listId = await listOf(failing);
    await putTask(listId, { reminder: { ...waiting(-2 * HOUR), uid: failing.uid } });
    const person = { uid: reader.uid, email: reader.token.email, emailVerified: true };
    const outcomes = await withoutAuth(["getUser"], sweep, async (uid) => {
      if (uid !== reader.uid) throw new Error("It does not answer.");
      return { ...person, disabled: false };
    });
    assert.deepEqual(outcomes, ["failed", "sent"]);
    assert.deepEqual(await sweep(), ["sent"]);
    assert.equal((await mailsTo(failing.token.email)).length, 1);
  });

  it("costs one read where none is due, and seven reads and three writes where one is", async () => {
    await reminded(SECOND);
    assert.deepEqual(await firestore.costOf(sweep), { reads: 1, writes: 0, deletes: 0 });
    pass(SECOND);
    // Found, looked at with its account; it and its list, the mail and the count of them. The task, the mail, the count.
    assert.deepEqual(await firestore.costOf(sweep), { reads: 7, writes: 3, deletes: 0 });
  });
});
