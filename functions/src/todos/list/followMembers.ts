import { stamp } from "../../core/clock.ts";
import { update } from "../../core/decide.ts";
import { inPages } from "../../core/inPages.ts";
import { inParallel } from "../../core/inParallel.ts";
import { pagesOf } from "../../core/pagesOf.ts";
import { tasksOf } from "../schema.ts";
import { followAssignment } from "../task/followAssignment.ts";

/** Copies of one person that are seen to at the same time. */
const WIDTH = 10;

/** Takes from somebody what they had to do on a list. Safe to run again after any step. */
export const unassign = async (listId: string, uid: string): Promise<void> => {
  await inPages(tasksOf(listId).where("assigneeId", "==", uid), (task) => [
    update(task, { assigneeId: null, updatedAt: stamp() }),
  ]);
};

/**
 * Brings what somebody has of a list among their assignments to what stands in its tasks: those that are
 * open, since of others there is no copy.
 */
export async function followAssignments(listId: string, uid: string): Promise<void> {
  const open = tasksOf(listId)
    .where("assigneeId", "==", uid)
    .where("deletedAt", "==", null)
    .where("completedAt", "==", null);
  for await (const page of pagesOf(open)) {
    await inParallel(page, WIDTH, ({ id }) => followAssignment(listId, id, [uid]));
  }
}
