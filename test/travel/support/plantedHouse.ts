import { randomUUID } from "node:crypto";
import { now, stamp } from "../../../functions/src/core/clock.ts";
import { create, decide } from "../../../functions/src/core/decide.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { addMonths, monthOf, todayIn } from "../../../functions/src/travel/calendar/dates.ts";
import { openMonths } from "../../../functions/src/travel/calendar/sheet.ts";
import { newMonths } from "../../../functions/src/travel/listing/openMonths.ts";
import {
  currency,
  Property,
  properties,
  RoomType,
  roomTypesOf,
} from "../../../functions/src/travel/schema.ts";
import { somebody } from "../../support/knownPeople.ts";
import { aProperty, aRoomType, type House } from "./house.ts";

/** So many months have a calendar: what a test needs, which is less than a year. */
const MONTHS = 4;

let known: Promise<House["host"]> | undefined;

/**
 * A house as `openHouse` makes one, written in one commit, with a calendar of a few months: a tenth of
 * its time. All have the same host, whom Firebase Authentication knows.
 */
export async function plantHouse(fields: Partial<Property> = {}, usual: object = {}) {
  known ??= somebody();
  const host = await known;
  const shared = { hostId: host.uid, listed: true, createdAt: stamp(), updatedAt: stamp() };
  const { requestId, ...described } = aProperty(fields);
  const propertyId = idOf("property", requestId);
  const property = Property.parse({
    ...described,
    ...shared,
    currency,
    rating: { count: 0, sum: 0 },
  });
  const { requestId: _, propertyId: __, ...room } = aRoomType(propertyId, usual);
  const roomTypeId = idOf("roomType", randomUUID());
  const from = monthOf(todayIn(property.timeZone, now()));
  const openUntil = addMonths(from, MONTHS);
  const roomType = RoomType.parse({ ...room, ...shared, openUntil });
  const months = newMonths({ propertyId, roomTypeId }, property, roomType, from, openUntil);
  await decide(async () => ({
    answer: undefined,
    writes: [
      create(properties.doc(propertyId), property),
      create(roomTypesOf(propertyId).doc(roomTypeId), roomType),
      ...openMonths(months),
    ],
  }));
  return { propertyId, roomTypeId, host, timeZone: property.timeZone };
}
