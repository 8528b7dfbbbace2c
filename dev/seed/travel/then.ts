import { stamp, useClock } from "../../../functions/src/core/clock.ts";
import type { Timestamp } from "../../../functions/src/core/schema.ts";

/** What comes of `make` by a clock that shows `moment`: the demo has a past. */
export function then<Made>(moment: Date, make: () => Made): Made {
  const putBack = useClock(() => moment);
  try {
    return make();
  } finally {
    putBack();
  }
}

export const stampAt = (moment: Date): Timestamp => then(moment, () => stamp());
