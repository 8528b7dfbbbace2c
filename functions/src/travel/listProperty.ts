import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { hostedBy, hostedOrManaged } from "./listing/access.ts";
import { ListProperty } from "./listing/inputs.ts";
import { setListed } from "./listing/setListed.ts";
import { properties } from "./schema.ts";

/**
 * Has a property of the caller's found and booked, or no more. What is booked of it stays booked, and what
 * is held may still be paid. Order managers take down any, for instance when its host is disabled; that is
 * recorded in the audit trail. Answers `{ propertyId, listed }`; calling again changes nothing.
 *
 * Refuses `not-found`/`no-such-property` (another's too), `failed-precondition`/`no-room-types`, and
 * `resource-exhausted`/`too-many-requests` after 50 a day. Billed what `setListed` is.
 */
export const listProperty = callable(
  { access: "verified", input: ListProperty, limit: { calls: 50, seconds: 86_400 } },
  ({ propertyId, listed }, caller) =>
    decide(async (read) => {
      const [property] = await read(properties.doc(propertyId));
      const hosted = listed ? hostedBy : hostedOrManaged;
      const current = await hosted(property, caller);
      const answer = { propertyId, listed };
      if (current.listed === listed) return { answer };
      const writes = await setListed(read, property, current, listed);
      if (!writes) {
        const sentence = "Add a room type first: there is nothing to book.";
        refuse("failed-precondition", "no-room-types", sentence);
      }
      if (current.hostId === caller.uid) return { answer, writes };
      const entry = { action: "travel.unlist", actor: caller.uid, subject: property.ref.path };
      const occasion = String(property.updateTime?.toMillis());
      return { answer, writes: [...writes, record(entry, occasion)] };
    }),
);
