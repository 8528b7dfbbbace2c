import assert from "node:assert/strict";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { revokeFeed } from "../../../functions/src/todos/revokeFeed.ts";
import { lists, tasksOf } from "../../../functions/src/todos/schema.ts";
import { call, customer } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { shutOut } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { newLink, useFeed } from "../support/feed.ts";
import { listOf, putTask } from "../support/lists.ts";

const due = { date: "2026-12-31", time: null, zone: "Europe/Berlin" };

describe("todos: a calendar feed", () => {
  const { pass } = useStillClock();
  const { ask } = useFeed();

  /** What somebody's calendar shows, in the order of the alphabet. */
  async function shownTo(link: string): Promise<string[]> {
    const answer = await ask(link);
    assert.equal(answer.status, 200);
    const lines = (await answer.text()).split("\r\n");
    return lines.flatMap((line) => /^SUMMARY:(.*)$/.exec(line)?.[1] ?? []).sort();
  }

  describe("is answered", () => {
    let link = "";
    beforeEach(async () => {
      const person = customer();
      await putTask(await listOf(person), { title: "Milk", due });
      link = await newLink(person);
    });

    it("as a calendar that may be kept for a quarter of an hour, by nobody in between, and is not searched for", async () => {
      const { status, headers } = await ask(link);
      assert.equal(status, 200);
      assert.equal(headers.get("content-type"), "text/calendar; charset=utf-8");
      assert.equal(headers.get("cache-control"), "private, max-age=900");
      assert.equal(headers.get("x-robots-tag"), "noindex");
      assert.deepEqual(await shownTo(link), ["Milk"]);
    });

    it("to HEAD without the calendar itself", async () => {
      const [whole, head] = [await ask(link), await ask(link, "HEAD")];
      for (const name of ["content-type", "content-length", "cache-control"]) {
        assert.equal(head.headers.get(name), whole.headers.get(name), name);
      }
      assert.equal(head.status, 200);
      assert.equal(await head.text(), "");
    });

    it("to no other method, and at no cost", async () => {
      for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        const cost = await firestore.costOf(async () => {
          const { status, headers } = await ask(link, method);
          assert.deepEqual([status, headers.get("allow")], [405, "GET, HEAD"], method);
        });
        assert.deepEqual(cost, { reads: 0, writes: 0, deletes: 0 });
      }
    });

    it("wherever the function is reached, behind whatever path", async () => {
      const end = link.split("/").slice(-2).join("/");
      for (const path of [`/${end}`, `/calendars/of/people/${end}`, `${link}?refresh=1`]) {
        assert.equal((await ask(path)).status, 200, path);
      }
    });
  });

  describe("is not found, in the same words,", () => {
    let person = customer();
    let link = "";
    let nothing = "";
    beforeEach(async () => {
      person = customer();
      link = await newLink(person);
      assert.equal((await ask(link)).status, 200);
      nothing = await (await ask(link.replace(person.uid, "nobody-of-that-name"))).text();
    });

    async function assertNotFound(path: string): Promise<void> {
      const answer = await ask(path);
      assert.equal(answer.status, 404, path);
      assert.equal(await answer.text(), nothing, path);
      assert.equal(answer.headers.get("content-type"), "text/plain; charset=utf-8");
    }

    it("without the secret, or by another", async () => {
      const other = await newLink(customer());
      const [secret = "", theirs = ""] = [link, other].map((one) => one.split("/").at(-1));
      for (const wrong of [theirs, secret.slice(1), `a${secret}`, "a.ics", ".ics", ""]) {
        await assertNotFound(link.replace(secret, wrong));
      }
      const changed = secret.startsWith("A") ? "B" : "A";
      await assertNotFound(link.replace(secret, changed + secret.slice(1)));
      await assertNotFound(link.replace(".ics", ""));
    });

    it("where the path names nobody", async () => {
      const secret = link.split("/").at(-1);
      for (const uid of [
        "a%2Fb",
        "..",
        "%2E%2E",
        "__all__",
        "%",
        "%E0%A4%A",
        "x".repeat(129),
        "",
      ]) {
        await assertNotFound(`/${uid}/${secret}`);
      }
      for (const path of ["/", "/todos-feed", `/${secret}`, `/${person.uid}`]) {
        await assertNotFound(path);
      }
    });

    it("once it was revoked", async () => {
      await call(revokeFeed, person, {});
      await assertNotFound(link);
    });

    it("once its owner was shut out", async () => {
      await shutOut(person);
      await assertNotFound(link);
    });
  });

  it("is answered 60 times an hour, then no more until the hour is over; another's is", async () => {
    const [link, other] = [await newLink(customer()), await newLink(customer())];
    for (let n = 0; n < 60; n++) assert.equal((await ask(link)).status, 200);
    pass(20 * MINUTE);
    let refused = new Response();
    const cost = await firestore.costOf(async () => {
      refused = await ask(link);
    });
    assert.deepEqual(cost, { reads: 3, writes: 0, deletes: 0 });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get("content-type"), "text/plain; charset=utf-8");
    const wait = Number(refused.headers.get("retry-after"));
    assert.equal(wait, 40 * 60);
    assert.equal((await ask(other)).status, 200);
    pass(wait * 1_000);
    assert.equal((await ask(link)).status, 200);
  });

  it("is not used up by who does not know its secret", async () => {
    const link = await newLink(customer());
    const wrong = link.replace(/[^/]{43}\.ics$/, `${"a".repeat(43)}.ics`);
    const answers = await Promise.all(Array.from({ length: 61 }, () => ask(wrong)));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [404]);
    assert.equal((await ask(link)).status, 200);
  });

  describe("shows", () => {
    const [me, friend] = [customer(), customer()];
    const mine = (fields: object) => ({ due, assigneeId: null, ...fields });

    it("what is due, of all lists that somebody is on, and theirs or nobody's to do", async () => {
      const link = await newLink(me);
      const own = await listOf(me, { writers: [friend] });
      const theirs = await listOf(friend, { readers: [me] });
      await putTask(own, mine({ title: "Nobody's" }));
      await putTask(own, mine({ title: "My own", assigneeId: me.uid }));
      await putTask(theirs, mine({ title: "Of a friend's list" }));
      await putTask(own, mine({ title: "A friend's", assigneeId: friend.uid }));
      await putTask(own, mine({ title: "Done", completedAt: stamp() }));
      await putTask(own, mine({ title: "In the bin", deletedAt: stamp() }));
      await putTask(own, mine({ title: "Due on no day", due: null }));
      await putTask(await listOf(friend), mine({ title: "A stranger's" }));
      await putTask(await listOf(me, { archived: true }), mine({ title: "Put aside" }));
      await putTask(await listOf(me, { deletedAt: stamp() }), mine({ title: "Thrown away" }));
      assert.deepEqual(await shownTo(link), ["My own", "Nobody's", "Of a friend's list"]);
    });

    it("at the next request what has changed, and nothing of a list that one was taken off", async () => {
      const link = await newLink(me);
      const listId = await listOf(friend, { writers: [me] });
      const [bread, milk] = [
        await putTask(listId, mine({ title: "Bread" })),
        await putTask(listId, mine({ title: "Milk" })),
      ];
      assert.deepEqual(await shownTo(link), ["Bread", "Milk"]);
      await tasksOf(listId).doc(bread).update({ completedAt: stamp() });
      await tasksOf(listId).doc(milk).update({ title: "Oat milk" });
      assert.deepEqual(await shownTo(link), ["Oat milk"]);
      const alone = { roles: { [friend.uid]: "owner" as const }, memberIds: [friend.uid] };
      await lists.doc(listId).update(alone);
      assert.deepEqual(await shownTo(link), []);
    });
  });
});
