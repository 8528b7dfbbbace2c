import { now, stamp } from "../../../functions/src/core/clock.ts";
import { commit, type Write } from "../../../functions/src/core/decide.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import {
  addDays,
  addMonths,
  monthOf,
  monthsOf,
  nightsOf,
  type Stay,
  todayIn,
} from "../../../functions/src/travel/calendar/dates.ts";
import type { Day, InventoryMonth, Room } from "../../../functions/src/travel/calendar/schema.ts";
import { openMonths } from "../../../functions/src/travel/calendar/sheet.ts";
import { newMonths } from "../../../functions/src/travel/listing/openMonths.ts";
import { type Property, properties, roomTypesOf } from "../../../functions/src/travel/schema.ts";
import { somebody } from "../../support/knownPeople.ts";
import { aProperty, aRoomType, type House } from "./house.ts";

/** A room type of a property of its own, and its calendar. */
export interface Place extends Room {
  property: Property;
  roomType: Parameters<typeof newMonths>[2];
  months: InventoryMonth[];
}

interface Wanted {
  property?: Partial<Property>;
  roomType?: Partial<Place["roomType"]>;
  /** The first month of its calendar, and how many there are. */
  from: string;
  count?: number;
  /** What is not usual of a day. */
  day?: (date: string) => Partial<Day>;
}

/** A place to stay as its host would have made it; `name` tells places apart. */
export function aPlace(name: string, { property, roomType, from, count = 1, day }: Wanted): Place {
  const room = { propertyId: idOf("property", name), roomTypeId: idOf("room", name) };
  const { requestId: _, ...described } = aProperty();
  const { requestId: __, propertyId: ___, ...usual } = aRoomType("");
  const times = { createdAt: stamp(), updatedAt: stamp() };
  const hostId = property?.hostId ?? `host-of-${name}`;
  const rating = { count: 0, sum: 0 };
  const home: Property = {
    ...{ ...described, hostId, currency: "EUR", listed: true, rating, ...times },
    ...property,
  };
  const rooms = { ...usual, hostId, listed: home.listed, ...roomType };
  const months = newMonths(room, home, rooms, from, addMonths(from, count)).map((month) => ({
    ...month,
    days: month.days.map((usually, index) => ({
      ...usually,
      ...day?.(`${month.month}-${String(index + 1).padStart(2, "0")}`),
    })),
  }));
  return { ...room, property: home, roomType: rooms, months };
}

/** A night within a month, some time from now. */
export function aNight(): Stay {
  const checkIn = `${soon()}-10`;
  return { checkIn, checkOut: addDays(checkIn, 1) };
}

/** Two nights: one month's last, and the first of the next. */
export function overMonths(): Stay {
  const checkOut = `${addMonths(soon(), 1)}-02`;
  return { checkIn: addDays(checkOut, -2), checkOut };
}

const soon = (): string => addMonths(monthOf(todayIn("UTC", now())), 2);

/** A place where the nights of one stay alone can be had. Few words for the emulator to keep. */
export const onlyNight = (name: string, fields: Partial<Wanted> = {}, stay = aNight()): Place => {
  const nights = nightsOf(stay);
  const count = monthsOf(nights).length;
  const day = (date: string) => ({ closed: !nights.includes(date) });
  const { roomType, ...others } = fields;
  const spacious = { sleeps: 12, ...roomType };
  return aPlace(name, { from: monthOf(stay.checkIn), count, day, roomType: spacious, ...others });
};

/** A house whose calendar has the months of `aNight` and `overMonths` alone: `openHouse`, but quicker. */
export async function shortHouse(
  property: Partial<Property> = {},
  roomType: Partial<Place["roomType"]> = {},
): Promise<House> {
  const host = await somebody();
  const owned = { property: { hostId: host.uid, ...property }, roomType };
  const place = aPlace(host.uid, { ...owned, from: soon(), count: 2 });
  await putPlaces([place]);
  const { propertyId, roomTypeId } = place;
  return { propertyId, roomTypeId, host, timeZone: place.property.timeZone };
}

/** Documents of one commit. */
const PAGE = 300;

/** Has all of these there at once. */
export async function putPlaces(places: readonly Place[]): Promise<void> {
  const writes = places.flatMap(writesOf);
  for (let n = 0; n < writes.length; n += PAGE) await commit(writes.slice(n, n + PAGE));
}

function writesOf({ propertyId, roomTypeId, property, roomType, months }: Place): Write[] {
  const openUntil = addMonths(months.at(-1)?.month ?? "", 1);
  const times = { createdAt: stamp(), updatedAt: stamp() };
  return [
    (batch) => void batch.set(properties.doc(propertyId), property),
    (batch) =>
      void batch.set(roomTypesOf(propertyId).doc(roomTypeId), { ...roomType, openUntil, ...times }),
    ...openMonths(months),
  ];
}
