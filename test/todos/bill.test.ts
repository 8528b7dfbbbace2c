import { DAY, MINUTE, now } from "../../functions/src/core/clock.ts";
import { acceptInvite } from "../../functions/src/todos/acceptInvite.ts";
import { createFeed } from "../../functions/src/todos/createFeed.ts";
import { sweepDigests } from "../../functions/src/todos/digest/sweepDigests.ts";
import { answerTo } from "../../functions/src/todos/feed.ts";
import { inviteToList } from "../../functions/src/todos/inviteToList.ts";
import { purge } from "../../functions/src/todos/purge.ts";
import { revokeFeed } from "../../functions/src/todos/revokeFeed.ts";
import { setDigest } from "../../functions/src/todos/setDigest.ts";
import { startList } from "../../functions/src/todos/startList.ts";
import { sweep } from "../../functions/src/todos/sweep.ts";
import { transferList } from "../../functions/src/todos/transferList.ts";
import { call, customer } from "../support/call.ts";
import { costs } from "../support/costs.ts";
import { somebody } from "../support/knownPeople.ts";
import { useStillClock } from "../support/time.ts";
import { followed } from "./support/bill.ts";
import { newLink } from "./support/feed.ts";
import { invited } from "./support/invites.ts";
import { changeList, dueOn } from "./support/jobs.ts";
import { listOf, putTask } from "./support/lists.ts";

/** The table of docs/architecture.md, "What it costs", is made of these. */
describe("todos: what is billed", () => {
  const { pass } = useStillClock();
  const [owner, member] = [customer(), customer()];
  let listId = "";
  beforeEach(async () => {
    listId = await listOf(owner, { writers: [member] });
  });

  describe("for sharing a list:", () => {
    it("inviteToList reads 5 and writes 4; again within a minute, 5 and 1", async () => {
      const invite = () =>
        call(inviteToList, owner, { listId, email: "guest@example.com", role: "writer" });
      await costs({ reads: 5, writes: 4 }, invite);
      await costs({ reads: 5, writes: 1 }, invite);
      pass(MINUTE);
      await costs({ reads: 5, writes: 4 }, invite);
    });

    it("acceptInvite reads 4 and writes 3; again, 4 and 1", async () => {
      const guest = customer();
      const code = await invited(owner, listId, guest);
      await costs({ reads: 4, writes: 3 }, () => call(acceptInvite, guest, { code }));
      await costs({ reads: 4, writes: 1 }, () => call(acceptInvite, guest, { code }));
    });

    it("transferList reads 4 and writes 4; again, 4 and 1", async () => {
      const heir = await somebody();
      const shared = await listOf(owner, { writers: [heir] });
      const transfer = () => call(transferList, owner, { listId: shared, uid: heir.uid });
      await costs({ reads: 4, writes: 4 }, transfer);
      await costs({ reads: 4, writes: 1 }, transfer);
    });

    it("a list to begin with reads 1 and writes 1; again, 1 and none", async () => {
      const run = () =>
        (startList as unknown as { run(event: object): Promise<void> }).run({
          params: { uid: "somebody-new" },
        });
      await costs({ reads: 1, writes: 1 }, run);
      await costs({ reads: 1 }, run);
    });

    it("a list that is renamed costs nothing; one that somebody leaves with n tasks to do, 1 + n and n", async () => {
      for (let n = 0; n < 3; n++) await putTask(listId, { assigneeId: member.uid });
      await followed({}, () => changeList(listId, { title: "Another" }));
      const alone = { roles: { [owner.uid]: "owner" as const }, memberIds: [owner.uid] };
      await followed({ reads: 1 + 3, writes: 3 }, () => changeList(listId, alone));
    });
  });

  describe("for what is due:", () => {
    it("setDigest reads 3 and writes 2; without one, 3 and 1, and a delete", async () => {
      const set = (digest: { hour: number; zone: string } | null) => () =>
        call(setDigest, owner, { digest });
      await costs({ reads: 3, writes: 2 }, set({ hour: 7, zone: "Europe/Berlin" }));
      await costs({ reads: 3, writes: 2 }, set({ hour: 8, zone: "Europe/Berlin" }));
      await costs({ reads: 3, writes: 1, deletes: 1 }, set(null));
    });

    it("a daily mail reads 6, 1 a list and 1 a task, or 1 where nothing is due in a list, and writes 2", async () => {
      const person = await somebody();
      listId = await listOf(person);
      await call(setDigest, person, { digest: { hour: 7, zone: "Europe/Berlin" } });
      await putTask(listId, { due: dueOn("2026-01-01") });
      await putTask(listId, { due: dueOn("2026-01-02") });
      await listOf(person);
      pass(DAY);
      await costs({ reads: 6 + 2 + 2 + 1, writes: 2 }, () => sweepDigests(now(), 10));
    });

    it("createFeed reads 3 and writes 2, revokeFeed reads 2 and deletes 1; again, 2", async () => {
      await costs({ reads: 3, writes: 2 }, () => call(createFeed, owner, {}));
      await costs({ reads: 3, writes: 2 }, () => call(createFeed, owner, {}));
      await costs({ reads: 2, deletes: 1 }, () => call(revokeFeed, owner, {}));
      await costs({ reads: 2 }, () => call(revokeFeed, owner, {}));
    });

    it("a request of the feed reads 3, 1 a list and 1 a task, or 1 where nothing is due in a list, and writes 1", async () => {
      const lists = [listId, await listOf(owner)];
      for (const list of [...lists, ...lists]) await putTask(list, { due: dueOn("2099-01-01") });
      await putTask(await listOf(owner), { title: "due on no day" });
      const link = await newLink(owner);
      await costs({ reads: 3 + 3 + 4 + 1, writes: 1 }, () => answerTo(link));
    });

    it("a request of the feed by a link that is none reads 1, and by no link nothing", async () => {
      const link = await newLink(owner);
      await costs({ reads: 1 }, () => answerTo(link.replace(owner.uid, "nobody")));
      await costs({}, () => answerTo("/robots.txt"));
    });
  });

  it("the jobs with nothing to do read 3 each minute, and 2 each day", async () => {
    await putTask(listId, { due: dueOn("2026-12-31") });
    const at = { scheduleTime: now().toISOString() };
    await costs({ reads: 3 }, async () => sweep.run(at));
    await costs({ reads: 2 }, async () => purge.run(at));
  });
});
