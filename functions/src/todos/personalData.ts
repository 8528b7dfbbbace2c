import { remove, update } from "../core/decide.ts";
import { everywhere } from "../core/everywhere.ts";
import { inPages } from "../core/inPages.ts";
import type { Held, PersonalData } from "../core/personalData.ts";
import { forgetInvites } from "./leaving/forgetInvites.ts";
import { leaveLists } from "./leaving/leaveLists.ts";
import { isOurs } from "./paths.ts";
import {
  allComments,
  allInvites,
  allTasks,
  assignmentsOf,
  calendarFeeds,
  digests,
  lists,
} from "./schema.ts";

/**
 * What todos keep about people. Goes: lists that are theirs alone, what they have said, what they had
 * to do, invitations. What others share stays with them: a list of theirs gets another owner, and a task
 * that they have made stands under the alias.
 */
export const personalData: PersonalData = {
  held: async ({ uid, emails }) => ({
    lists: lists.where("memberIds", "array-contains", uid),
    tasks: allTasks.where("createdBy", "==", uid),
    assignments: assignmentsOf(uid),
    digest: digests.doc(uid),
    calendarFeed: calendarFeeds.doc(uid),
    ...Object.fromEntries(
      emails.map((email) => [
        `invitations to ${email}`,
        allInvites.where("email", "==", email.toLowerCase()),
      ]),
    ),
    ...(await commentsBy(uid)),
  }),

  async erase(person) {
    const { uid, alias } = person;
    // By the invitations of a list the mails are found that are under way: with the list they go.
    const isLeft = await forgetInvites(person);
    if (!isLeft) await leaveLists(uid);
    await everywhere(allTasks.where("createdBy", "==", uid), isOurs, (task) =>
      update(task, { createdBy: alias }),
    );
    // Others may have given it to somebody else meanwhile.
    await everywhere(allTasks.where("assigneeId", "==", uid), isOurs, (task, { assigneeId }) =>
      assigneeId === uid ? update(task, { assigneeId: null }) : undefined,
    );
    await everywhere(allTasks.where("reminder.uid", "==", uid), isOurs, (task, { reminder }) =>
      reminder?.uid === uid ? update(task, { reminder: null }) : undefined,
    );
    await everywhere(allComments.where("authorId", "==", uid), isOurs, (comment) =>
      remove(comment),
    );
    await inPages(assignmentsOf(uid), (assignment) => [remove(assignment)]);
    await digests.doc(uid).delete();
    await calendarFeeds.doc(uid).delete();
    return isLeft ? "later" : "erased";
  },
};

/** Other modules have comments, too. */
async function commentsBy(uid: string): Promise<Held> {
  const said = await allComments.where("authorId", "==", uid).select().get();
  const ours = said.docs.map(({ ref }) => ref).filter(isOurs);
  return Object.fromEntries(ours.map((ref) => [`comment ${ref.path}`, ref]));
}
