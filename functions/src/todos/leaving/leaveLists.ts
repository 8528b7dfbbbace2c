import { stamp } from "../../core/clock.ts";
import { decide, update } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { addressToWrite } from "../../core/recipient.ts";
import { deleteList } from "../bin/deleteList.ts";
import { isWriter } from "../list/access.ts";
import { listTransferred } from "../list/mails.ts";
import { type List, lists } from "../schema.ts";

/**
 * Takes somebody off all lists. One of theirs goes to the member who has been a writer for longest, or
 * else to who has read for longest, who is written so; where nobody else is on it, it is deleted with
 * all that is in it. Safe to run again after any step.
 */
export async function leaveLists(uid: string): Promise<void> {
  const theirs = lists.where("memberIds", "array-contains", uid).limit(1);
  for (let page = await theirs.get(); page.docs[0]; page = await theirs.get()) {
    await leave(page.docs[0].id, uid);
  }
}

/** One step of it: where somebody comes or goes meanwhile, nothing, and the next looks again. */
async function leave(listId: string, uid: string): Promise<void> {
  const heir = heirOf((await lists.doc(listId).get()).data(), uid);
  const to = heir === undefined ? null : await addressToWrite(heir);
  const isAlone = await decide(async (read) => {
    const [found] = await read(lists.doc(listId));
    const list = found.data();
    if (!list?.memberIds.includes(uid) || heirOf(list, uid) !== heir) return { answer: false };
    const at = stamp();
    if (heir === undefined) {
      // In the bin, so that nobody joins or writes any more.
      const binned = update(found, { deletedAt: at, updatedAt: at });
      return { answer: true, writes: list.deletedAt ? [] : [binned] };
    }
    const { [uid]: left, ...roles } = list.roles;
    const memberIds = list.memberIds.filter((member) => member !== uid);
    const rest = { roles, memberIds, updatedAt: at };
    if (left !== "owner") return { answer: false, writes: [update(found, rest)] };
    const inherited = { ...rest, ownerId: heir, roles: { ...roles, [heir]: "owner" as const } };
    // Somebody may get the same list twice.
    const occasion = `${listId}_${at.toMillis()}`;
    const mail = listTransferred(list.title);
    const told = to === null ? [] : [queueMail("list-inherited", occasion, to, mail)];
    return { answer: false, writes: [update(found, inherited), ...told] };
  });
  if (isAlone) await deleteList(lists.doc(listId));
}

/** Members are in the order in which they came. */
function heirOf(list: List | undefined, uid: string): string | undefined {
  const others = list?.memberIds.filter((member) => member !== uid) ?? [];
  return others.find((member) => list && isWriter(list, member)) ?? others[0];
}
