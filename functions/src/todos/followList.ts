import { onDocumentUpdated } from "firebase-functions/firestore";
import { isOpen, isWriter } from "./list/access.ts";
import { followAssignments, unassign } from "./list/followMembers.ts";
import { type List, lists } from "./schema.ts";

/**
 * Does what follows from a change of a list: who may not write any more has nothing to do there, and
 * what is put aside or in the bin is on nobody's mind. (What they may see and do, the rules say at
 * once.) Looks at how things are now, so events may come late, again or out of order.
 */
export const followList = onDocumentUpdated(
  { document: "lists/{list}", retry: true, timeoutSeconds: 540 },
  async ({ data, params: { list: listId } }) => {
    const before = data?.before.data() as List | undefined;
    const after = data?.after.data() as List | undefined;
    if (!before || !after) return;
    const left = before.memberIds.filter((uid) => isWriter(before, uid) && !isWriter(after, uid));
    const turned = isOpen(before) !== isOpen(after);
    if (left.length === 0 && !turned) return;
    const current = (await lists.doc(listId).get()).data();
    if (!current) return;
    for (const uid of left) {
      // Who is back by now still has it to do, and may have lost sight of it meanwhile.
      if (isWriter(current, uid)) await followAssignments(listId, uid);
      else await unassign(listId, uid);
    }
    for (const uid of turned ? current.memberIds : []) await followAssignments(listId, uid);
  },
);
