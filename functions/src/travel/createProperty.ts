import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { create, decide } from "../core/decide.ts";
import { idOf } from "../core/id.ts";
import { CreateProperty } from "./listing/inputs.ts";
import { currency, properties } from "./schema.ts";

/**
 * Makes a property of the caller's, who is its host; nobody sees it before `listProperty`. What guests are
 * told of it the host writes under rules; city, country and time zone stay, since the calendars are by them.
 * Calling again with the same `requestId` answers with the property of the first call. Answers
 * `{ propertyId }`.
 *
 * For whoever has a verified address. Refuses `resource-exhausted`/`too-many-requests` after 20 a day.
 */
export const createProperty = callable(
  { access: "verified", input: CreateProperty, limit: { calls: 20, seconds: 86_400 } },
  ({ requestId, ...described }, { uid }) =>
    decide(async (read) => {
      const [property] = await read(properties.doc(idOf("property", uid, requestId)));
      const answer = { propertyId: property.id };
      if (property.exists) return { answer };
      const made = {
        ...described,
        hostId: uid,
        currency: currency as typeof currency,
        listed: false,
        rating: { count: 0, sum: 0 },
        createdAt: stamp(),
        updatedAt: stamp(),
      };
      return { answer, writes: [create(property.ref, made)] };
    }),
);
