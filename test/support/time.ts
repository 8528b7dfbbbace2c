import { useClock } from "../../functions/src/core/clock.ts";
import { clearFirestore } from "./firestore.ts";

/** For the tests of a `describe`: an empty database before each, and time that stands still. */
export function useStillClock(): { pass: (milliseconds: number) => void } {
  let time = 0;
  let putBack = () => {};
  beforeEach(async () => {
    await clearFirestore();
    time = Date.now();
    putBack = useClock(() => new Date(time));
  });
  afterEach(() => putBack());
  return {
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}
