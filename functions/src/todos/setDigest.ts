import { Timestamp } from "firebase-admin/firestore";
import { callable } from "../core/callable.ts";
import { DAY, now, SECOND } from "../core/clock.ts";
import { create, decide, remove, update } from "../core/decide.ts";
import { nextAtHour } from "./digest/schedule.ts";
import { SetDigest } from "./inputs.ts";
import { digests } from "./schema.ts";

/**
 * Sends the caller each day, at an hour of the clocks of their zone, what they have to do that day
 * and what is overdue; with null, no more. Days on which there is nothing to do bring no mail. Answers
 * `{ nextAt }`, as ISO 8601 or null. For whoever has a verified address.
 */
export const setDigest = callable(
  { access: "verified", input: SetDigest, limit: { calls: 20, seconds: DAY / SECOND } },
  ({ digest }, { uid }) =>
    decide(async (read) => {
      const [found] = await read(digests.doc(uid));
      if (digest === null) {
        return { answer: { nextAt: null }, writes: found.exists ? [remove(found)] : [] };
      }
      const next = nextAtHour(digest.hour, digest.zone, now());
      const wanted = { ...digest, nextAt: Timestamp.fromDate(next) };
      return {
        answer: { nextAt: next.toISOString() as string | null },
        writes: [found.exists ? update(found, wanted) : create(found.ref, wanted)],
      };
    }),
);
