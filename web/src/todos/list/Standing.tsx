import { Button, Notice } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";
import { goneOn } from "../bin.ts";
import { changeList } from "./changes.ts";
import { useOpenList } from "./openList.ts";

/** Why nothing can be changed here, and what to do about it. */
export function Standing() {
  const { list, listId, uid, isOwner, nameOf, write } = useOpenList();
  const owner = nameOf(list.ownerId);
  if (list.deletedAt) {
    return (
      <Notice tone="warn">
        <p>This list is in the bin. It is deleted for good on {day(goneOn(list.deletedAt))}.</p>
        {isOwner ? (
          <Button isSmall onClick={() => write(changeList(listId, { deletedAt: null }))}>
            Take it out of the bin
          </Button>
        ) : (
          <p>Its owner ({owner}) can take it out.</p>
        )}
      </Notice>
    );
  }
  if (list.archived) {
    return (
      <Notice>
        <p>This list is put aside: it can be read, and not changed.</p>
        {isOwner ? (
          <Button isSmall onClick={() => write(changeList(listId, { archived: false }))}>
            Take it back into use
          </Button>
        ) : (
          <p>Its owner ({owner}) can take it back into use.</p>
        )}
      </Notice>
    );
  }
  if (list.roles[uid] !== "reader") return null;
  return (
    <Notice>
      <p>
        You read along on this list, and can't change it. If you should, ask its owner ({owner}) to
        make you a writer.
      </p>
    </Notice>
  );
}
