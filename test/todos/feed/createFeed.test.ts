import assert from "node:assert/strict";
import { createFeed } from "../../../functions/src/todos/createFeed.ts";
import { answerTo } from "../../../functions/src/todos/feed.ts";
import { revokeFeed } from "../../../functions/src/todos/revokeFeed.ts";
import { calendarFeeds } from "../../../functions/src/todos/schema.ts";
import { call, callWith, customer, refused } from "../../support/call.ts";
import { documentsHolding } from "../../support/everything.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { newLink } from "../support/feed.ts";

/** What a calendar is told under these links. */
const statusesOf = (links: readonly string[]): Promise<number[]> =>
  Promise.all(links.map(async (link) => (await answerTo(link)).status));

describe("todos: the link to a calendar feed", () => {
  const { pass } = useStillClock();

  it("is one that only its owner knows, and works", async () => {
    const [mine, theirs] = [await newLink(customer()), await newLink(customer())];
    assert.deepEqual(await statusesOf([mine, theirs]), [200, 200]);
    const [, secret = ""] = /\/([\w-]{43})\.ics$/.exec(mine) ?? [];
    assert.notEqual(secret, "");
    assert.ok(!theirs.includes(secret));
  });

  it("is made for guests, too, and for nobody who is not signed in", async () => {
    assert.deepEqual(await statusesOf([await newLink({ uid: "a-guest", token: {} })]), [200]);
    await refused(call(createFeed, undefined, {}), "unauthenticated", "signed-out");
    await refused(call(revokeFeed, undefined, {}), "unauthenticated", "signed-out");
  });

  it("is nobody's to choose", async () => {
    const input = { uid: customer().uid };
    await refused(callWith(createFeed, customer(), input), "invalid-argument", "invalid-input");
    await refused(callWith(revokeFeed, customer(), input), "invalid-argument", "invalid-input");
  });

  it("stands nowhere in the database: a hash of it does", async () => {
    const person = customer();
    const link = await newLink(person);
    const secret = link.slice(link.lastIndexOf("/") + 1).replace(".ics", "");
    assert.deepEqual(await documentsHolding(secret), []);
    const { secretHash = "" } = (await calendarFeeds.doc(person.uid).get()).data() ?? {};
    assert.deepEqual(await documentsHolding(secretHash), [`calendarFeeds/${person.uid}`]);
  });

  it("ends the one before, and no other person's", async () => {
    const [person, other] = [customer(), customer()];
    const links = [await newLink(person), await newLink(other), await newLink(person)];
    assert.deepEqual(await statusesOf(links), [404, 200, 200]);
  });

  it("works once it was asked for several times at once: one of those answered does", async () => {
    const person = customer();
    const links = await Promise.all(Array.from({ length: 5 }, () => newLink(person)));
    assert.equal(new Set(links).size, 5);
    assert.deepEqual((await statusesOf(links)).toSorted(), [200, 404, 404, 404, 404]);
  });

  it("works although the database's answer was lost", async () => {
    // Of the count of the call, and of the link itself.
    const met = [0, 1].map(() =>
      firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 }),
    );
    const link = await newLink(customer());
    assert.deepEqual(
      met.map((isMet) => isMet()),
      [true, true],
    );
    assert.deepEqual(await statusesOf([link]), [200]);
  });

  it("ends when its owner says so, who may say so again; theirs alone", async () => {
    const [person, other] = [customer(), customer()];
    const links = [await newLink(person), await newLink(other)];
    assert.deepEqual(await call(revokeFeed, person, {}), { revoked: true });
    assert.deepEqual(await statusesOf(links), [404, 200]);
    assert.deepEqual(await call(revokeFeed, person, {}), { revoked: false });
    assert.deepEqual(await statusesOf([...links, await newLink(person)]), [404, 200, 200]);
  });

  it("is made 20 times an hour, and refused the 21st time: the last one made stands", async () => {
    const person = customer();
    const links: string[] = [];
    while (links.length < 20) links.push(await newLink(person));
    await refused(newLink(person), "resource-exhausted", "too-many-requests");
    assert.deepEqual(await statusesOf(links.slice(-2)), [404, 200]);
    pass(3_600_000);
    assert.deepEqual(await statusesOf([await newLink(person)]), [200]);
  });
});
