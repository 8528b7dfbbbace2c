import type { ListRole } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { todos } from "../../core/backend.ts";
import { Button, Confirm, Select } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";
import { ROLES } from "../list/roles.ts";

/** What the owner decides of somebody. */
export function MemberControls({ member, role }: { member: string; role: ListRole }) {
  const { list, listId, nameOf, write, say } = useOpenList();
  const [asks, setAsks] = useState<"remove" | "transfer">();
  const name = nameOf(member);
  const removing = useAction(async () => {
    write(todos.setMember(listId, member, null));
    say(`${name} is off the list.`);
  });
  const transferring = useAction(async () => {
    await todos.call.transferList({ listId, uid: member });
    say(`${name} owns the list now.`);
  });
  const close = () => setAsks(undefined);
  return (
    <div class="row">
      <Select
        label={`What ${name} may do`}
        isLabelHidden
        value={role}
        onValue={(chosen) =>
          write(todos.setMember(listId, member, chosen === "writer" ? "writer" : "reader"))
        }
        options={[
          ["writer", ROLES.writer.title],
          ["reader", ROLES.reader.title],
        ]}
      />
      {!list.archived && !list.deletedAt && (
        <Button isSmall look="quiet" onClick={() => setAsks("transfer")}>
          Make owner
        </Button>
      )}
      <Button isSmall look="quiet" onClick={() => setAsks("remove")}>
        Take off
      </Button>
      {asks === "remove" && (
        <Confirm
          title={`Take off ${name}`}
          confirm="Take off"
          keep="Keep them"
          action={removing}
          onClose={close}
        >
          <p>They see the list no more, and what they had to do here is nobody's.</p>
        </Confirm>
      )}
      {asks === "transfer" && (
        <Confirm
          title={`Make ${name} the owner`}
          confirm="Make owner"
          keep="Stay the owner"
          action={transferring}
          onClose={close}
        >
          <p>They decide then who is on the list. You stay on it as a writer.</p>
        </Confirm>
      )}
    </div>
  );
}
