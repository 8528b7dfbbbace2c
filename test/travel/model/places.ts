import { stamp } from "../../../functions/src/core/clock.ts";
import { commit } from "../../../functions/src/core/decide.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { addMonths, monthOf, todayIn } from "../../../functions/src/travel/calendar/dates.ts";
import { openMonths } from "../../../functions/src/travel/calendar/sheet.ts";
import { newMonths } from "../../../functions/src/travel/listing/openMonths.ts";
import { type Property, properties, roomTypesOf } from "../../../functions/src/travel/schema.ts";
import { aProperty, aRoomType } from "../support/house.ts";

export type PlaceName = "river" | "hill";

/** A property with its one room type. */
export interface Place {
  name: PlaceName;
  propertyId: string;
  roomTypeId: string;
  timeZone: string;
  mode: "instant" | "on_request";
  policy: "moderate" | "flexible";
  cleaningFee: number;
  taxBasisPoints: number;
  checkInFrom: string;
  checkOutUntil: string;
  capacity: number;
}

const place = (name: PlaceName, fields: Omit<Place, "name" | "propertyId" | "roomTypeId">) => ({
  name,
  propertyId: idOf("model", name),
  roomTypeId: idOf("model", name, "room"),
  ...fields,
});

/** One where it is late in the day when it is early in the other. */
export const places: Record<PlaceName, Place> = {
  river: place("river", {
    timeZone: "Europe/Lisbon",
    mode: "instant",
    policy: "moderate",
    cleaningFee: 20_00,
    taxBasisPoints: 600,
    checkInFrom: "15:00",
    checkOutUntil: "11:00",
    capacity: 2,
  }),
  hill: place("hill", {
    timeZone: "Pacific/Auckland",
    mode: "on_request",
    policy: "flexible",
    cleaningFee: 0,
    taxBasisPoints: 1333,
    checkInFrom: "00:30",
    checkOutUntil: "10:00",
    capacity: 1,
  }),
};

export const placeNames = ["river", "hill"] as const;

/** Of nights, in their turn: some are only a little dearer than others. */
const PRICES = [50_00, 150_01, 50_20, 90_00, 120_10];

/** So many months have a calendar. */
const MONTHS = 2;

/** Opens both, with nights of many prices; stays that begin on some days are two nights at least. */
export async function openPlaces(hostId: string, at: Date): Promise<void> {
  const times = { createdAt: stamp(), updatedAt: stamp() };
  for (const { name, propertyId, roomTypeId, capacity, ...terms } of Object.values(places)) {
    const { requestId: _, ...described } = aProperty({ ...terms, name });
    const property: Property = {
      ...described,
      ...times,
      hostId,
      currency: "EUR",
      listed: true,
      rating: { count: 0, sum: 0 },
    };
    const { requestId: __, propertyId: ___, ...roomType } = aRoomType(propertyId, { capacity });
    const made = { ...roomType, hostId, listed: true };
    const from = monthOf(todayIn(terms.timeZone, at));
    const openUntil = addMonths(from, MONTHS);
    const room = { propertyId, roomTypeId };
    const months = newMonths(room, property, made, from, openUntil).map((month) => ({
      ...month,
      days: month.days.map((day, index) => ({
        ...day,
        price: PRICES[(index * 3) % PRICES.length]!,
        minStay: index % 7 === 2 ? 2 : 1,
        maxStay: index % 7 === 5 ? 2 : 28,
      })),
    }));
    await commit([
      (batch) => batch.set(properties.doc(propertyId), property),
      (batch) =>
        batch.set(roomTypesOf(propertyId).doc(roomTypeId), { ...made, ...times, openUntil }),
      ...openMonths(months),
    ]);
  }
}
