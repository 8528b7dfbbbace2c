import { Timestamp } from "firebase-admin/firestore";
import { decide, update } from "../../core/decide.ts";
import { each } from "../../core/each.ts";
import { idOf } from "../../core/id.ts";
import { mailOf, queueMail } from "../../core/mail/queue.ts";
import { addressToWrite } from "../../core/recipient.ts";
import { dayIn } from "../../core/zones.ts";
import { type Digest, digests } from "../schema.ts";
import { dueTasksOf } from "../task/dueTasks.ts";
import { digestOf } from "./mails.ts";
import { nextAtHour } from "./schedule.ts";

/**
 * Writes the daily mails that are due by `now`, at most `limit`, oldest first: one a day to each, none
 * where there is nothing to do. One that is late is sent once. Safe to run as often, and as often at
 * once, as one likes. Costs one read when there is nothing to do.
 */
export async function sweepDigests(
  now: Date,
  limit: number,
): Promise<("sent" | "nothing" | "not-due" | "failed")[]> {
  const due = await digests
    .where("nextAt", "<=", Timestamp.fromDate(now))
    .orderBy("nextAt")
    .limit(limit)
    .get();
  return each(due.docs, ({ id }) => send(id, now));
}

async function send(uid: string, now: Date): Promise<"sent" | "nothing" | "not-due"> {
  const asked = (await digests.doc(uid).get()).data();
  if (!asked || !isDue(asked, now)) return "not-due";
  const today = dayIn(asked.zone, now);
  const entity = idOf("digest", uid, today);
  const to = await addressToWrite(uid);
  // Who sets another hour has had today's already.
  const isSent = to !== null && (await mailOf("task-digest", entity, to).get()).exists;
  const digest =
    to === null || isSent ? undefined : digestOf(await dueTasksOf(uid, { until: today }), today);
  return decide<"sent" | "nothing" | "not-due">(async (read) => {
    const [found] = await read(digests.doc(uid));
    const current = found.data();
    if (!current || !isDue(current, now)) return { answer: "not-due" };
    const nextAt = Timestamp.fromDate(nextAtHour(current.hour, current.zone, now));
    const planned = update(found, { nextAt });
    if (to === null || !digest) return { answer: "nothing", writes: [planned] };
    const [mail] = await read(mailOf("task-digest", entity, to));
    if (mail.exists) return { answer: "nothing", writes: [planned] };
    return { answer: "sent", writes: [planned, queueMail("task-digest", entity, to, digest)] };
  });
}

const isDue = ({ nextAt }: Digest, now: Date): boolean => nextAt.toMillis() <= now.getTime();
