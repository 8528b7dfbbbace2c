import { LogOut } from "lucide";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction } from "../../core/action.ts";
import { todos } from "../../core/backend.ts";
import { Button, Confirm } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";

/** For everybody but the owner. */
export function Leave() {
  const { list, listId, uid, nameOf, write } = useOpenList();
  const { route } = useLocation();
  const [asks, setAsks] = useState(false);
  const leaving = useAction(async () => {
    write(todos.setMember(listId, uid, null));
    route("/todos");
  });
  return (
    <section class="card" aria-labelledby="leave">
      <h2 id="leave">Leave the list</h2>
      <p>Who is on it, its owner decides: {nameOf(list.ownerId)}.</p>
      <div class="row">
        <Button icon={LogOut} onClick={() => setAsks(true)}>
          Leave
        </Button>
      </div>
      {asks && (
        <Confirm
          title="Leave the list"
          confirm="Leave"
          keep="Stay"
          action={leaving}
          onClose={() => setAsks(false)}
        >
          <p>You see “{list.title}” no more. To come back, you need another invitation.</p>
        </Confirm>
      )}
    </section>
  );
}
