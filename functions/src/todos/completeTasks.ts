import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { update } from "../core/decide.ts";
import { Tasks } from "./inputs.ts";
import { changeMany } from "./task/changeMany.ts";

/**
 * Completes up to 500 tasks of a list: more than the rules let a client write at once. Those that
 * are done, missing, moved or in the bin are passed over; sent again, it does the rest. Those that repeat
 * come again. Answers `{ completed }`, their number.
 *
 * For owner and writers. Refuses what `writableList` refuses.
 */
export const completeTasks = callable(
  { access: "signed-in", input: Tasks },
  async ({ listId, taskIds }, caller) => ({
    completed: await changeMany(listId, taskIds, caller, (found, { completedAt, deletedAt }) =>
      completedAt || deletedAt
        ? undefined
        : update(found, { completedAt: stamp(), updatedAt: stamp() }),
    ),
  }),
);
