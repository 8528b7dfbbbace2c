import { callable } from "../core/callable.ts";
import { now, stamp } from "../core/clock.ts";
import { create, decide, update } from "../core/decide.ts";
import { idOf } from "../core/id.ts";
import { refuse } from "../core/refuse.ts";
import { monthOf, todayIn } from "./calendar/dates.ts";
import { openMonths } from "./calendar/sheet.ts";
import { hostedBy } from "./listing/access.ts";
import { CreateRoomType } from "./listing/inputs.ts";
import { newMonths, openUntilNow } from "./listing/openMonths.ts";
import { properties, roomTypesOf } from "./schema.ts";

/** Listing a property writes all its calendars in one commit. */
export const MAX_ROOM_TYPES = 10;

/**
 * Adds a room type to a property of the caller's, and opens its calendar for a year, each day with the
 * price, capacity and length of stay that are given. Calling again with the same `requestId` answers with
 * the room type of the first call. Answers `{ propertyId, roomTypeId }`.
 *
 * Refuses `not-found`/`no-such-property` (another's too), `failed-precondition`/`too-many-room-types` over
 * 10, and `resource-exhausted`/`too-many-requests` after 50 a day.
 */
export const createRoomType = callable(
  { access: "verified", input: CreateRoomType, limit: { calls: 50, seconds: 86_400 } },
  ({ requestId, propertyId, ...described }, caller) =>
    decide(async (read) => {
      const roomTypeId = idOf("roomType", propertyId, requestId);
      const [roomType, property] = await read(
        roomTypesOf(propertyId).doc(roomTypeId),
        properties.doc(propertyId),
      );
      const current = hostedBy(property, caller);
      const answer = { propertyId, roomTypeId };
      if (roomType.exists) return { answer };
      const others = await roomTypesOf(propertyId).select().limit(MAX_ROOM_TYPES).get();
      if (others.size >= MAX_ROOM_TYPES) {
        const sentence = `A property has at most ${MAX_ROOM_TYPES} room types.`;
        refuse("failed-precondition", "too-many-room-types", sentence);
      }
      const { hostId, listed } = current;
      const made = { ...described, hostId, listed };
      const openUntil = openUntilNow(current);
      const first = monthOf(todayIn(current.timeZone, now()));
      const months = newMonths(answer, current, made, first, openUntil);
      const times = { createdAt: stamp(), updatedAt: stamp() };
      return {
        answer,
        writes: [
          // So that another is not added at the same moment, and the property not listed without it.
          update(property, { updatedAt: stamp() }),
          create(roomType.ref, { ...made, openUntil, ...times }),
          ...openMonths(months),
        ],
      };
    }),
);
