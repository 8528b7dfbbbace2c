import { doc, serverTimestamp, setDoc, Timestamp, updateDoc } from "firebase/firestore";
import { dayIn, newComment, newList, newTask, type Repeat } from "../../../client/src/index.ts";
import { region } from "../../../functions/src/core/settings.ts";
import type { App } from "../../app.ts";
import { waitForMail } from "../../mailbox.ts";
import type { Running } from "../../running.ts";
import { fire } from "../../schedules.ts";
import type { Narrator } from "../narrator.ts";
import { shown } from "../shown.ts";
import type { Shared } from "./share.ts";

const weekly: Repeat = {
  every: 1,
  unit: "week",
  weekdays: [],
  day: null,
  from: "due",
  until: null,
};

/** Both work on the list: each sees at once what the other does. */
export async function work(
  { app, friend }: { app: App; friend: App },
  { listId, owner, member }: Shared,
  { hosts, project, inboxUrl }: Running,
  tell: Narrator,
): Promise<void> {
  const { documents, completeTasks, moveTask, setMember } = app.todos;
  const theirs = friend.todos.documents;
  const tasks = documents.tasks(listId);
  const due = { date: dayIn(), time: null, zone: "Europe/Berlin" };

  tell.step("Let a friend write, too, and see what they do");
  await setMember(listId, member.uid, "writer");
  const seen = shown(documents.openTasks(listId), (found) => found.length === 2);
  await setDoc(doc(theirs.tasks(listId), "bread"), newTask(member.uid, { title: "Bread" }));
  const titles = (await seen).map((task) => task.data().title);
  tell.expect(titles.join() === "Milk,Bread", `the owner's listener shows: ${titles.join(", ")}`);

  tell.step("Do what repeats");
  await setDoc(doc(tasks, "bins"), newTask(owner.uid, { title: "Bins out", due, repeat: weekly }));
  await completeTasks(listId, ["bins"]);
  const [next] = await shown(documents.overdueTasks(listId, "2100"), (found) =>
    found.some((task) => task.id !== "bins"),
  );
  const nextDate = next?.data().due?.date ?? "";
  tell.expect(nextDate > due.date, `done today, it is there again for ${nextDate}`);

  tell.step("Give somebody something to do");
  const assigned = { title: "Find the corkscrew", assigneeId: member.uid, priority: 2 };
  await setDoc(doc(tasks, "corkscrew"), newTask(owner.uid, assigned));
  const [copy] = await shown(theirs.assignmentsOf(member.uid), (found) => found.length > 0);
  tell.expect(copy?.data().taskId === "corkscrew", "the friend has it among all they have to do");
  await tell.refused("A comment in another's name", "permission-denied", () =>
    setDoc(doc(theirs.comments(listId, "corkscrew")), newComment(owner.uid, "Never mind.")),
  );
  const said = newComment(member.uid, "Last seen in the garden.");
  await setDoc(doc(theirs.comments(listId, "corkscrew")), said);

  tell.step("Move it to another list");
  const other = doc(documents.lists);
  await setDoc(other, newList(owner.uid, "Garden"));
  const [corkscrew] = await shown(documents.tasksAssignedTo(listId, member.uid), (found) =>
    found.some((task) => task.id === "corkscrew"),
  );
  await moveTask(corkscrew!, other.id);
  const followed = documents.commentsOf(other.id, "corkscrew");
  const [comment] = await shown(followed, (found) => found.length > 0);
  tell.expect(comment?.data().authorId === member.uid, "what was said of it has followed");
  await shown(theirs.assignmentsOf(member.uid), (found) => found.length === 0);
  tell.say("The friend is not on that list, and has it to do no more.");
  await tell.refused("Writing to what was moved away", "permission-denied", () =>
    updateDoc(corkscrew!.ref, { title: "A corkscrew", updatedAt: serverTimestamp() }),
  );

  tell.step("Be reminded");
  const reminder = { at: Timestamp.now(), uid: owner.uid, state: "waiting" } as const;
  await tell.refused("A reminder for somebody else", "permission-denied", () =>
    updateDoc(doc(tasks, "milk"), {
      reminder: { ...reminder, uid: member.uid },
      updatedAt: serverTimestamp(),
    }),
  );
  await updateDoc(doc(tasks, "milk"), { due, reminder, updatedAt: serverTimestamp() });
  await fire(hosts.functions, project, `${region}-todos-sweep`);
  const mail = await waitForMail(inboxUrl, owner.email ?? "", "Reminder");
  tell.say(`Mail: "${mail.subject}"`);
}
