import assert from "node:assert/strict";
import fc from "fast-check";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { acceptInvite } from "../../../functions/src/todos/acceptInvite.ts";
import { leaveLists } from "../../../functions/src/todos/leaving/leaveLists.ts";
import { inviteOf, type List } from "../../../functions/src/todos/schema.ts";
import { transferList } from "../../../functions/src/todos/transferList.ts";
import { call } from "../../support/call.ts";
import { clearFirestore } from "../../support/firestore.ts";
import { type Known, somebody } from "../../support/knownPeople.ts";
import { invited } from "../support/invites.ts";
import { listNow, listOf } from "../support/lists.ts";
import { useApps } from "../support/members.ts";

const SEED = 20261128;
const SERIES = 4;
const PEOPLE = 5;

/** What somebody does; whether they may is for the rules and the callables to say. */
type Act = "transfer" | "accept" | "remove" | "leave" | "make reader" | "make writer";
const acts: readonly Act[] = [
  "transfer",
  "transfer",
  "accept",
  "accept",
  "remove",
  "leave",
  "make reader",
  "make writer",
];

const anybody = fc.nat(PEOPLE - 1);
const move = fc.record({
  act: fc.constantFrom(...acts),
  /** By who was the owner when the round began; else by anybody. */
  byOwner: fc.boolean(),
  by: anybody,
  to: anybody,
});
const rounds = fc.array(fc.array(move, { minLength: 2, maxLength: 5 }), {
  minLength: 5,
  maxLength: 5,
});

describe("todos: a list, whatever its people do at once", () => {
  const { setMember } = useApps();
  const people: Known[] = [];
  before(async () => {
    for (let count = 0; count < PEOPLE; count++) people.push(await somebody());
  });
  beforeEach(() => clearFirestore());

  /** As `List` says: one owner, `ownerId`, and `memberIds` those who have a role. */
  async function check(listId: string): Promise<List> {
    const list = await listNow(listId);
    assert.equal(list.roles[list.ownerId], "owner");
    assert.equal(Object.values(list.roles).filter((role) => role === "owner").length, 1);
    assert.deepEqual(list.memberIds.toSorted(), Object.keys(list.roles).sort());
    return list;
  }

  /** Invites who is not on it, so that there is somebody to accept. */
  async function inviteMissing(listId: string, { ownerId, memberIds }: List) {
    const owner = people.find(({ uid }) => uid === ownerId);
    const codes = new Map<string, string>();
    for (const person of people.filter(({ uid }) => !memberIds.includes(uid))) {
      await inviteOf(listId, person.token.email).delete();
      if (owner) codes.set(person.uid, await invited(owner, listId, person, "reader"));
    }
    return codes;
  }

  it(`has one owner, and each of its members one role, after any round of ${SERIES} series`, async function () {
    this.timeout(60_000);
    const done = new Map<string, number>();
    const model = fc.asyncProperty(rounds, async (series) => {
      const [first, second, third] = people;
      assert.ok(first && second && third);
      // So that nobody has invited too often.
      await clearFirestore();
      const listId = await listOf(first, { writers: [second], readers: [third] });
      for (const moves of series) {
        const list = await check(listId);
        const codes = await inviteMissing(listId, list);
        const attempts = moves.map(async ({ act, byOwner, by, to }) => {
          const who = people.find(({ uid }) => byOwner && uid === list.ownerId) ?? people[by];
          const whom = people[to];
          assert.ok(who && whom);
          const acting = {
            transfer: () => call(transferList, who, { listId, uid: whom.uid }),
            accept: () => call(acceptInvite, whom, { code: codes.get(whom.uid) ?? "" }),
            remove: () => setMember(who, listId, whom.uid, null),
            leave: () => setMember(whom, listId, whom.uid, null),
            "make reader": () => setMember(who, listId, whom.uid, "reader"),
            "make writer": () => setMember(who, listId, whom.uid, "writer"),
          }[act];
          const outcome = await acting().then(
            () => "done",
            (error) => reasonOf(error) ?? error.code ?? String(error),
          );
          assert.ok(EXPECTED.has(outcome), `${act}: ${outcome}`);
          if (outcome === "done") done.set(act, (done.get(act) ?? 0) + 1);
        });
        for (const { status, ...rest } of await Promise.allSettled(attempts)) {
          if (status === "rejected" && "reason" in rest) throw rest.reason;
        }
        await check(listId);
      }
    });
    await fc.assert(model, { seed: SEED, numRuns: SERIES, endOnFailure: true });
    // A series in which nothing goes through would show nothing.
    for (const act of acts) assert.ok((done.get(act) ?? 0) > 0, `nobody did: ${act}`);
  });

  it("has an owner where the owner goes for good while another accepts, leaves or is given it", async () => {
    for (let round = 0; round < 5; round++) {
      const [owner, writer, reader, guest] = people;
      assert.ok(owner && writer && reader && guest);
      const listId = await listOf(owner, { writers: [writer], readers: [reader] });
      const code = await invited(owner, listId, guest);
      await Promise.allSettled([
        leaveLists(owner.uid),
        call(acceptInvite, guest, { code }),
        call(transferList, owner, { listId, uid: reader.uid }),
        setMember(writer, listId, writer.uid, null),
      ]);
      const { memberIds, ownerId } = await check(listId);
      assert.ok(!memberIds.includes(owner.uid));
      assert.ok([reader, writer, guest].some(({ uid }) => uid === ownerId));
    }
  });
});

/** How an act ends that is allowed, or is not (any more). */
const EXPECTED = new Set([
  "done",
  "permission-denied",
  "not-owner",
  "not-a-member",
  "no-such-list",
  "no-such-invite",
  "invite-used",
  "invalid-input",
]);
