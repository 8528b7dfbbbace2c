import { doc, serverTimestamp, setDoc, Timestamp } from "firebase/firestore/lite";
import { denied, granted, guarded, type Person } from "../../support/rules.ts";
import { task } from "../support/documents.ts";
import {
  change,
  daysAgo,
  kept,
  owner,
  reader,
  shared,
  stranger,
  writer,
} from "../support/rulesLists.ts";

const reminderOf = (
  uid: string,
  state = "waiting",
  at = Timestamp.fromMillis(1_800_000_000_000),
) => ({ at, uid, state });

describe("todos rules: tasks and their people", () => {
  /** Has left the list, and still has something to do there. */
  const former = "order-manager" satisfies Person;
  const { as } = guarded("todos-tasks-people", {
    "lists/home": shared(),
    "lists/home/tasks/milk": kept(),
    "lists/odd": shared({ roles: { [owner]: "owner", [writer]: "canary", [reader]: "reader" } }),
    "lists/odd/tasks/milk": kept(),
    "lists/home/tasks/left": kept({ assigneeId: former }),
    "lists/home/tasks/reader": kept({ assigneeId: reader }),
    "lists/home/tasks/reminding": kept({ reminder: reminderOf(owner) }),
    "lists/home/tasks/dropped": kept({ reminder: reminderOf(owner) }),
    "lists/home/tasks/taken": kept({ reminder: reminderOf(owner) }),
    "lists/home/tasks/sent": kept({ reminder: reminderOf(writer, "sent") }),
  });
  const at = (id: string) => `lists/home/tasks/${id}`;
  const tried = (fields: object, id = "milk") => [
    setDoc(doc(as(writer), at(`new-${JSON.stringify(fields).length}`)), task(writer, fields)),
    change(as(writer), at(id), fields),
  ];

  describe("are given", () => {
    it("to the owner, to writers, and to nobody again", async () => {
      for (const assigneeId of [owner, writer, null]) {
        await granted(change(as(writer), at("milk"), { assigneeId }), String(assigneeId));
      }
    });

    it("to no reader, former member, stranger, or to several", async () => {
      const people = [reader, former, stranger, "", "nobody", [owner], [owner, writer], { owner }];
      for (const assigneeId of people) {
        await Promise.all(tried({ assigneeId }).map((one) => denied(one, String(assigneeId))));
      }
    });

    it("to nobody in a role that there is not, nor by them", async () => {
      await denied(change(as(owner), "lists/odd/tasks/milk", { assigneeId: writer }));
      await denied(change(as(writer), "lists/odd/tasks/milk", { title: "Oats" }));
      await granted(change(as(owner), "lists/odd/tasks/milk", { assigneeId: owner }));
    });

    it("still, once who has it has left: that keeps nobody from a change", async () => {
      for (const id of ["left", "reader"]) {
        await granted(change(as(writer), at(id), { title: "Oats" }));
        await granted(change(as(owner), at(id), { completedAt: serverTimestamp() }));
        await granted(change(as(writer), at(id), { assigneeId: writer }));
        await denied(change(as(writer), at(id), { assigneeId: id === "left" ? former : reader }));
      }
    });
  });

  describe("remind", () => {
    it("who asks for it, and nobody else", async () => {
      for (const uid of [owner, reader, stranger, ""]) {
        await Promise.all(tried({ reminder: reminderOf(uid) }).map((one) => denied(one, uid)));
      }
      await granted(change(as(writer), at("milk"), { reminder: reminderOf(writer) }));
      await granted(change(as(writer), at("milk"), { reminder: null }));
    });

    it("up to a week late, and no later", async () => {
      const remind = (days: number) =>
        change(as(writer), at("milk"), { reminder: reminderOf(writer, "waiting", daysAgo(days)) });
      await granted(remind(6.5));
      await denied(remind(7.5));
    });

    it("later: the server says whether they did", async () => {
      for (const state of ["sent", "dropped", "done", ""]) {
        const attempts = tried({ reminder: reminderOf(writer, state) });
        await Promise.all(attempts.map((attempt) => denied(attempt, state)));
        await denied(change(as(owner), at("reminding"), { "reminder.state": state }), state);
      }
    });

    it("others as they asked for it: not at another time, nor somebody else", async () => {
      const edit = (fields: object) => change(as(writer), at("reminding"), fields);
      await granted(edit({ title: "Oats" }));
      await denied(edit({ "reminder.at": daysAgo(-5) }));
      await denied(edit({ "reminder.uid": reader }));
      await denied(edit({ "reminder.state": "sent" }));
      await granted(change(as(owner), at("reminding"), { "reminder.at": daysAgo(-5) }));
    });

    it("others no more, where somebody drops it or wants to be reminded instead", async () => {
      await granted(change(as(writer), at("dropped"), { reminder: null }));
      await granted(change(as(writer), at("taken"), { reminder: reminderOf(writer) }));
      await denied(change(as(owner), at("taken"), { reminder: reminderOf(writer, "dropped") }));
    });

    it("again once they have, if who asked asks anew", async () => {
      await granted(change(as(owner), at("sent"), { title: "Oats" }));
      await denied(change(as(owner), at("sent"), { reminder: reminderOf(writer) }));
      await granted(change(as(writer), at("sent"), { reminder: reminderOf(writer) }));
    });
  });
});
