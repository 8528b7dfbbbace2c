import { Timestamp } from "firebase-admin/firestore";
import { each } from "../../core/each.ts";
import { ifUnchanged } from "../../core/ifUnchanged.ts";
import { guestLists } from "../booking/schema.ts";

/**
 * Deletes the guest lists whose time is over by `now`, 30 days after the stay, at most `limit`. One whose
 * stay is moved meanwhile stays. Costs one read when there is nothing to do.
 */
export async function purgeGuestLists(
  now: Date,
  limit: number,
): Promise<("purged" | "changed" | "failed")[]> {
  const due = guestLists.where("purgeAt", "<=", Timestamp.fromDate(now)).orderBy("purgeAt");
  const { docs } = await due.limit(limit).get();
  return each(docs, async ({ ref, updateTime }) => {
    const gone = await ifUnchanged(ref.delete({ lastUpdateTime: updateTime }));
    return gone ? "purged" : "changed";
  });
}
