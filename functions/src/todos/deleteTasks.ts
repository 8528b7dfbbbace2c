import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { update } from "../core/decide.ts";
import { Tasks } from "./inputs.ts";
import { changeMany } from "./task/changeMany.ts";

/**
 * Puts up to 500 tasks of a list into the bin: more than the rules let a client write at once. Those
 * that are there, missing or moved are passed over; sent again, it does the rest. Answers
 * `{ deleted }`, their number.
 *
 * For owner and writers. Refuses what `writableList` refuses.
 */
export const deleteTasks = callable(
  { access: "signed-in", input: Tasks },
  async ({ listId, taskIds }, caller) => ({
    deleted: await changeMany(listId, taskIds, caller, (found, { deletedAt }) =>
      deletedAt ? undefined : update(found, { deletedAt: stamp(), updatedAt: stamp() }),
    ),
  }),
);
