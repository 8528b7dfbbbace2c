import { callable } from "../core/callable.ts";
import { HOUR, SECOND, stamp } from "../core/clock.ts";
import { create, decide, update } from "../core/decide.ts";
import { hashOf, newSecret } from "../core/secret.ts";
import { linkOf } from "./feed/link.ts";
import { Nothing } from "./inputs.ts";
import { calendarFeeds } from "./schema.ts";

/**
 * Makes a secret link under which a calendar finds what the caller has to do that is due. Whoever has
 * the link reads along; a new one ends the one before. Answers `{ url }`, this once: only a hash of it
 * is kept. For whoever is signed in.
 */
export const createFeed = callable(
  { access: "signed-in", input: Nothing, limit: { calls: 20, seconds: HOUR / SECOND } },
  (_, { uid }) => {
    const secret = newSecret();
    return decide(async (read) => {
      const [found] = await read(calendarFeeds.doc(uid));
      const feed = { secretHash: hashOf(secret), createdAt: stamp() };
      const url = linkOf(uid, secret);
      if (found.data()?.secretHash === feed.secretHash) return { answer: { url } };
      return {
        answer: { url },
        writes: [found.exists ? update(found, feed) : create(found.ref, feed)],
      };
    });
  },
);
