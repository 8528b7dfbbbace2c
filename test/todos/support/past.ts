import { stamp } from "../../../functions/src/core/clock.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { inviteToList } from "../../../functions/src/todos/inviteToList.ts";
import {
  assignmentOf,
  calendarFeeds,
  digests,
  inviteOf,
  invitesOf,
} from "../../../functions/src/todos/schema.ts";
import { call, customer, type Person } from "../../support/call.ts";
import { listOf, putComment, putTask } from "./lists.ts";

/** What somebody has of todos: ids of lists, and of the tasks on them. */
export interface Past {
  /** Theirs, and nobody else is on it. */
  alone: string;
  /** Theirs: `writer` and `reader` are on it, too. */
  shared: string;
  /** Of `host`; they are on it as a writer. */
  joined: string;
  /** Of `host`; they are on it no more. */
  former: string;
  /** By the list: what they have made, and what another has made for them to do. */
  made: Record<string, string>;
  given: Record<string, string>;
  host: Person;
  writer: Person;
  reader: Person;
  /** Whom they have invited. */
  friend: string;
}

/** Gives somebody each kind of document that todos keep about people, on lists of every kind. */
export async function busy(person: Person & { token: { email: string } }): Promise<Past> {
  const [host, writer, reader, friend] = [customer(), customer(), customer(), customer()];
  const { uid } = person;
  const alone = await listOf(person);
  const shared = await listOf(person, { writers: [writer], readers: [reader] });
  const joined = await listOf(host, { writers: [person, writer] });
  const former = await listOf(host, { writers: [writer] });
  const past: Past = {
    ...{ alone, shared, joined, former, made: {}, given: {}, host, writer, reader },
    friend: friend.token.email,
  };
  const settle = async (listId: string) => {
    const reminder = { at: stamp(), uid, state: "waiting" as const };
    const made = await putTask(listId, { createdBy: uid, reminder });
    const given = await putTask(listId, { createdBy: host.uid, assigneeId: uid });
    await putComment(listId, made, person);
    await putComment(listId, given, person);
    if (listId !== alone) await putComment(listId, given, writer);
    past.made[listId] = made;
    past.given[listId] = given;
    const task = { listId, taskId: given, title: "Milk", priority: 0, due: null, dueDate: "none" };
    await assignmentOf(uid, listId, given).set(task);
  };
  await Promise.all([alone, shared, joined, former].map(settle));
  await digests.doc(uid).set({ hour: 7, zone: "Europe/Berlin", nextAt: stamp() });
  await calendarFeeds.doc(uid).set({ secretHash: "hash", createdAt: stamp() });
  await inviteThem(person, past);
  return past;
}

/** They are invited by others, and have invited others: also to what is another's now. */
async function inviteThem(person: Person & { token: { email: string } }, past: Past) {
  const { uid, token } = person;
  const { alone, shared, joined, former, host, friend } = past;
  const invite = {
    role: "writer" as const,
    tokenHash: "hash",
    accepted: false,
    createdAt: stamp(),
    expiresAt: stamp(),
  };
  const toThem = { ...invite, email: token.email.toLowerCase(), invitedBy: host.uid };
  await inviteOf(former, token.email).set(toThem);
  await inviteOf(joined, token.email).set({ ...toThem, accepted: true });
  const byThem = { ...invite, email: "once@example.com", invitedBy: uid };
  await invitesOf(former).doc(idOf("once", uid)).set(byThem);
  for (const listId of [alone, shared]) {
    await call(inviteToList, person, { listId, email: friend, role: "reader" });
  }
}

/** As `busy`, of old: what they have sent to others has gone out. */
export async function busyBefore(person: Person & { token: { email: string } }): Promise<Past> {
  const past = await busy(person);
  await sendInvitations(past.friend);
  return past;
}

/** Mails to an address go out, and the outbox has them as it has those then that let a reader in. */
export async function sendInvitations(to: string): Promise<void> {
  for (const { ref } of (await mails.where("to", "==", to).get()).docs) {
    await ref.update({
      "message.text": "Withheld.",
      "message.html": "<p>Withheld.</p>",
      "delivery.state": "SUCCESS",
    });
  }
}
