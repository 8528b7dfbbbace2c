import { stamp } from "../../core/clock.ts";
import { decide, update } from "../../core/decide.ts";
import { deletions } from "../schema.ts";

/**
 * Has a sweep meet a deletion again after so many milliseconds, if it still is due: where another
 * sweep has gone on with it meanwhile, that one has said when.
 */
export const putOff = (uid: string, now: Date, milliseconds: number): Promise<void> =>
  decide(async (read) => {
    const [deletion] = await read(deletions.doc(uid));
    const current = deletion.data();
    if (!current || current.nextAt.toMillis() > now.getTime()) return { answer: undefined };
    return { answer: undefined, writes: [update(deletion, { nextAt: stamp(milliseconds) })] };
  });
