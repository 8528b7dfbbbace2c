import { callable } from "../core/callable.ts";
import { decide, remove } from "../core/decide.ts";
import { Nothing } from "./inputs.ts";
import { calendarFeeds } from "./schema.ts";

/**
 * Ends the link to the caller's calendar feed: the next request is refused. Answers `{ revoked }`:
 * false where there was none, so it may be called again. For whoever is signed in.
 */
export const revokeFeed = callable({ access: "signed-in", input: Nothing }, (_, { uid }) =>
  decide(async (read) => {
    const [found] = await read(calendarFeeds.doc(uid));
    return { answer: { revoked: found.exists }, writes: found.exists ? [remove(found)] : [] };
  }),
);
