import { decide, update } from "../../core/decide.ts";
import { mailOf, queueMail } from "../../core/mail/queue.ts";
import { isOpen, roleIn } from "../list/access.ts";
import { addressToWrite } from "../recipient.ts";
import { lists, type Reminder, tasksOf } from "../schema.ts";
import { reminderOf } from "./mails.ts";

/**
 * Writes somebody the mail that they have asked for, once, if it is due by `now` and the task is still
 * to be done and on a list of theirs: what is not is dropped. The mail is queued in the commit that
 * says so.
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
      return { answer: "dropped", writes: [update(found, { "reminder.state": "dropped" })] };
    }
    const entity = `${taskId}_${asked.at.toMillis()}`;
    const [mail] = await read(mailOf("task-reminder", entity, to));
    const sent = update(found, { "reminder.state": "sent" });
    const queued = queueMail("task-reminder", entity, to, reminderOf(current, shared.title));
    return { answer: "sent", writes: mail.exists ? [sent] : [sent, queued] };
  });
}

/** Waiting and due, and not asked for by another or for another time meanwhile. */
const isSame = (current: Reminder | null, asked: Reminder, now: Date): boolean =>
  current?.state === "waiting" &&
  current.uid === asked.uid &&
  current.at.toMillis() === asked.at.toMillis() &&
  current.at.toMillis() <= now.getTime();
