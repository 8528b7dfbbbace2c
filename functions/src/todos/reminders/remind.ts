import type { DocumentSnapshot } from "firebase-admin/firestore";
import { DAY, SECOND } from "../../core/clock.ts";
import { decide, update, type Write } from "../../core/decide.ts";
import { counterOf, spendIfLeft } from "../../core/limits.ts";
import { mailOf, queueMail } from "../../core/mail/queue.ts";
import { addressToWrite } from "../../core/recipient.ts";
import { isOpen, roleIn } from "../list/access.ts";
import { lists, type Reminder, type Task, tasksOf } from "../schema.ts";
import { reminderOf } from "./mails.ts";

/** Mails are not free, and are sent from the house's own address. */
export const REMINDER_LIMIT = { calls: 100, seconds: DAY / SECOND };

/**
 * Writes somebody the mail that they have asked for, once, if it is due by `now` and the task is still
 * to be done and on a list of theirs: what is not is dropped, and so is what is more than 100 a day. The
 * mail is queued in the commit that says so.
 */
export async function remind(
  { listId, taskId }: { listId: string; taskId: string },
  now: Date,
): Promise<"sent" | "dropped" | "not-due"> {
  const task = tasksOf(listId).doc(taskId);
  const asked = (await task.get()).data()?.reminder;
  if (!asked) return "not-due";
  const to = await addressToWrite(asked.uid);
  return decide<"sent" | "dropped" | "not-due">(async (read) => {
    const [found, list] = await read(task, lists.doc(listId));
    const current = found.data();
    if (!current || !isSame(current.reminder, asked, now)) return { answer: "not-due" };
    const shared = list.data();
    const isWanted =
      to !== null &&
      !current.completedAt &&
      !current.deletedAt &&
      isOpen(shared) &&
      roleIn(shared, asked.uid) !== undefined;
    if (!isWanted) {
      return { answer: "dropped", writes: [dropped(found)] };
    }
    // Whatever list it is in: a task that is moved is not reminded of again.
    const entity = `${taskId}_${asked.at.toMillis()}`;
    const [mail, counter] = await read(
      mailOf("task-reminder", entity, to),
      counterOf("todos.remind", asked.uid),
    );
    const sent = update(found, { "reminder.state": "sent" });
    if (mail.exists) return { answer: "sent", writes: [sent] };
    const counted = spendIfLeft(counter, REMINDER_LIMIT, entity);
    if (!counted) return { answer: "dropped", writes: [dropped(found)] };
    const queued = queueMail("task-reminder", entity, to, reminderOf(current, shared.title));
    return { answer: "sent", writes: [sent, queued, ...counted] };
  });
}

const dropped = (found: DocumentSnapshot<Task>): Write =>
  update(found, { "reminder.state": "dropped" });

/** Waiting and due, and not asked for by another or for another time meanwhile. */
const isSame = (current: Reminder | null, asked: Reminder, now: Date): boolean =>
  current?.state === "waiting" &&
  current.uid === asked.uid &&
  current.at.toMillis() === asked.at.toMillis() &&
  current.at.toMillis() <= now.getTime();
