import { stamp } from "../../core/clock.ts";
import { decide, update } from "../../core/decide.ts";
import { deletions } from "../schema.ts";

/** Has a sweep meet a deletion again after so many milliseconds, if it still is there. */
export const putOff = (uid: string, milliseconds: number): Promise<void> =>
  decide(async (read) => {
    const [deletion] = await read(deletions.doc(uid));
    if (!deletion.exists) return { answer: undefined };
    return { answer: undefined, writes: [update(deletion, { nextAt: stamp(milliseconds) })] };
  });
