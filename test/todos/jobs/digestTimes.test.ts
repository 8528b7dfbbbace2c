import assert from "node:assert/strict";
import { DAY, HOUR, MINUTE, now, SECOND } from "../../../functions/src/core/clock.ts";
import { sweepDigests } from "../../../functions/src/todos/digest/sweepDigests.ts";
import { Digest, digests } from "../../../functions/src/todos/schema.ts";
import { setDigest } from "../../../functions/src/todos/setDigest.ts";
import { call, refused } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import {
  disable,
  drop,
  type Known,
  shutOut,
  somebody,
  unconfirm,
} from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { changeTask, dueOn, mailCount, timeTo } from "../support/jobs.ts";
import { listOf, putTask } from "../support/lists.ts";

describe("todos: the daily mail", () => {
  const { pass } = useStillClock();
  const sweep = () => sweepDigests(now(), 100);
  /** Lets it be that moment. */
  const be = (moment: string) => pass(timeTo(new Date(moment)));
  const planned = async ({ uid }: Known) =>
    Digest.parse((await digests.doc(uid).get()).data())
      .nextAt.toDate()
      .toISOString();

  /** Somebody who has something to do that is long overdue, and is told so at an hour each day. */
  async function toldAt(hour: number, zone: string): Promise<Known> {
    const person = await somebody();
    await putTask(await listOf(person), { due: dueOn("2026-01-01") });
    await call(setDigest, person, { digest: { hour, zone } });
    return person;
  }

  describe("is asked for", () => {
    const at = { hour: 7, zone: "America/New_York" };

    it("once, changed, and not any more; the same again changes nothing", async () => {
      be("2026-07-01T00:00:00Z");
      const person = await somebody();
      const set = (digest: typeof at | null) => call(setDigest, person, { digest });
      const stored = async () => (await digests.doc(person.uid).get()).data();
      for (let times = 0; times < 2; times++) {
        assert.deepEqual(await set(at), { nextAt: "2026-07-01T11:00:00.000Z" });
        assert.equal(await planned(person), "2026-07-01T11:00:00.000Z");
      }
      assert.deepEqual(await set({ ...at, hour: 8 }), { nextAt: "2026-07-01T12:00:00.000Z" });
      assert.equal((await stored())?.hour, 8);
      for (let times = 0; times < 2; times++) {
        assert.deepEqual(await set(null), { nextAt: null });
        assert.equal(await stored(), undefined);
      }
    });

    it("by whoever has a verified address, for themselves alone", async () => {
      const [person, other] = [await somebody(), await toldAt(7, "Europe/Berlin")];
      const unverified = { ...person, token: { ...person.token, email_verified: false } };
      const before = await planned(other);
      const attempt = call(setDigest, unverified, { digest: at });
      await refused(attempt, "permission-denied", "unverified");
      await refused(call(setDigest, undefined, { digest: at }), "unauthenticated", "signed-out");
      await call(setDigest, person, { digest: at });
      assert.equal(await planned(other), before);
      assert.equal((await digests.get()).size, 2);
    });

    it("for an hour of the day in a zone that there is, and for nothing else", async () => {
      const person = await somebody();
      for (const wrong of [
        { hour: 24 },
        { hour: -1 },
        { hour: 7.5 },
        { zone: "Europe/Atlantis" },
      ]) {
        const attempt = call(setDigest, person, { digest: { ...at, ...wrong } });
        await refused(attempt, "invalid-argument", "invalid-input");
      }
      await call(setDigest, person, { digest: { ...at, hour: 0, zone: "UTC" } });
      assert.equal((await digests.get()).size, 1);
    });

    it("though the answer to the commit is lost", async () => {
      const person = await somebody();
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
      const { nextAt } = await call(setDigest, person, { digest: at });
      assert.ok(met(), "the fault was not met");
      assert.equal(await planned(person), nextAt);
    });
  });

  it("comes when it is that hour where the reader is, and not a second before", async () => {
    be("2026-07-01T00:00:00Z");
    const person = await toldAt(7, "America/New_York");
    be("2026-07-01T10:59:59Z");
    assert.deepEqual(await sweep(), []);
    pass(SECOND);
    assert.deepEqual(await sweep(), ["sent"]);
    assert.equal(await mailCount(), 1);
    assert.equal(await planned(person), "2026-07-02T11:00:00.000Z");
    be("2026-07-02T11:00:00Z");
    assert.deepEqual(await sweep(), ["sent"]);
    assert.equal(await mailCount(), 2);
  });

  it("is one a day, though sweeps overlap", async () => {
    await toldAt(7, "Europe/Berlin");
    pass(DAY);
    const outcomes = (await Promise.all([sweep(), sweep(), sweep()])).flat();
    assert.equal(outcomes.filter((outcome) => outcome === "sent").length, 1);
    assert.deepEqual(await sweep(), []);
    assert.equal(await mailCount(), 1);
  });

  for (const moment of ["before", "after"] as const) {
    it(`is one a day, though its worker dies just ${moment} the commit`, async () => {
      await toldAt(7, "Europe/Berlin");
      pass(DAY);
      assert.ok(await dyingAt(1, moment, sweep));
      await sweep();
      assert.equal(await mailCount(), 1);
    });
  }

  it("is one a day, though the answer to the commit is lost", async () => {
    await toldAt(7, "Europe/Berlin");
    pass(DAY);
    const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
    await sweep();
    assert.ok(met(), "the fault was not met");
    assert.equal(await mailCount(), 1);
  });

  it("is one a day, though its reader puts it off after it has come", async () => {
    be("2026-07-01T00:00:00Z");
    const person = await toldAt(7, "UTC");
    be("2026-07-01T07:00:00Z");
    await sweep();
    await call(setDigest, person, { digest: { hour: 9, zone: "UTC" } });
    be("2026-07-01T09:00:00Z");
    assert.deepEqual(await sweep(), ["nothing"]);
    assert.equal(await mailCount(), 1);
    assert.equal(await planned(person), "2026-07-02T09:00:00.000Z");
  });

  it("that is three days late is one, and the next comes at its hour", async () => {
    be("2026-07-01T00:00:00Z");
    const person = await toldAt(7, "UTC");
    be("2026-07-04T08:30:00Z");
    assert.deepEqual(await sweep(), ["sent"]);
    assert.deepEqual(await sweep(), []);
    assert.equal(await planned(person), "2026-07-05T07:00:00.000Z");
    assert.equal(await mailCount(), 1);
  });

  it("does not come on a day on which there is nothing, and comes on the next", async () => {
    be("2026-07-01T00:00:00Z");
    const person = await somebody();
    const listId = await listOf(person);
    const taskId = await putTask(listId, { due: dueOn("2026-07-02") });
    await call(setDigest, person, { digest: { hour: 7, zone: "UTC" } });
    be("2026-07-01T07:00:00Z");
    assert.deepEqual(await sweep(), ["nothing"]);
    assert.equal(await mailCount(), 0);
    be("2026-07-02T07:00:00Z");
    assert.deepEqual(await sweep(), ["sent"]);
    await changeTask(listId, taskId, { due: null });
    be("2026-07-03T07:00:00Z");
    assert.deepEqual(await sweep(), ["nothing"]);
    assert.equal(await mailCount(), 1);
  });

  // The days on which clocks change, and when it comes on them and on the next.
  const days = {
    "on which its hour is skipped": [2, "Europe/Berlin", "2026-03-29T01", "2026-03-30T00"],
    "on which its hour comes twice": [2, "Europe/Berlin", "2026-10-25T00", "2026-10-26T01"],
    "on which America skips its hour": [2, "America/New_York", "2026-03-08T07", "2026-03-09T06"],
    "on which America has it twice": [1, "America/New_York", "2026-11-01T05", "2026-11-02T06"],
    "that begins at one o'clock": [0, "Africa/Cairo", "2026-04-23T22", "2026-04-24T21"],
  } as const;
  for (const [what, [hour, zone, ...moments]] of Object.entries(days)) {
    it(`is one, too, on a day ${what}`, async () => {
      be(`${moments[0]}:00:00Z`);
      pass(-12 * HOUR);
      await toldAt(hour, zone);
      const sent: string[] = [];
      for (let hours = 1; hours <= 48; hours++) {
        pass(HOUR);
        if ((await sweep()).includes("sent")) sent.push(now().toISOString().slice(0, 13));
      }
      assert.deepEqual(sent, moments);
      assert.equal(await mailCount(), 2);
    });
  }

  const whom: Record<string, (person: Known) => Promise<unknown>> = {
    "who has switched it off": (person) => call(setDigest, person, { digest: null }),
    "who is disabled": disable,
    "who is shut out": shutOut,
    "whose address is not confirmed any more": unconfirm,
    "who has no account any more": drop,
  };
  for (const [who, happens] of Object.entries(whom)) {
    it(`does not come to somebody ${who}, and comes to others`, async () => {
      const person = await toldAt(7, "Europe/Berlin");
      await toldAt(7, "Europe/Berlin");
      await happens(person);
      pass(DAY);
      await sweep();
      assert.equal(await mailCount(), 1);
      assert.deepEqual(await sweep(), []);
    });
  }

  it("costs one read where none is due", async () => {
    await toldAt(7, "Europe/Berlin");
    await call(setDigest, await somebody(), { digest: { hour: 8, zone: "Europe/Berlin" } });
    const idle = () => sweepDigests(new Date(now().getTime() - MINUTE), 100);
    assert.deepEqual(await firestore.costOf(idle), { reads: 1, writes: 0, deletes: 0 });
  });
});
