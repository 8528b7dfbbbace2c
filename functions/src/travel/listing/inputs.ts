import * as z from "zod";
import { RequestId } from "../../core/id.ts";
import { isZone } from "../../core/zones.ts";
import { daysBetween, LocalDate } from "../calendar/dates.ts";
import {
  areStaysPossible,
  capacity,
  HashId,
  impossibleStays,
  nightCount,
  nightlyPrice,
  Property,
  RoomType,
  room,
} from "../schema.ts";

// What the callables of hosts take. Documents: schema.ts, calendar/schema.ts.

const described = {
  name: true,
  description: true,
  address: true,
  photo: true,
  amenities: true,
  checkInFrom: true,
  checkOutUntil: true,
  mode: true,
  policy: true,
  cleaningFee: true,
  taxBasisPoints: true,
} as const;

/** Input of `createProperty`. */
export const CreateProperty = Property.pick({
  ...described,
  city: true,
  country: true,
  timeZone: true,
}).extend({
  requestId: RequestId,
  timeZone: Property.shape.timeZone.refine(isZone, "is no time zone that there is"),
});

const { name, description, photo, price, minStay, maxStay, sleeps } = RoomType.shape;

/** Input of `createRoomType`. */
export const CreateRoomType = z
  .strictObject({
    requestId: RequestId,
    propertyId: HashId,
    name,
    description,
    photo,
    price,
    capacity,
    minStay,
    maxStay,
    sleeps,
  })
  .refine(areStaysPossible, impossibleStays);

/** Input of `listProperty`. */
export const ListProperty = z.strictObject({ propertyId: HashId, listed: z.boolean() });

/** Days of a year at most: the calendar goes no further. */
const MAX_DAYS = 366;

/** Monday is 1, as in ISO 8601. */
const weekdays = z.array(z.int().min(1).max(7)).min(1).max(7);

const span = { ...room, from: LocalDate, until: LocalDate, weekdays: weekdays.optional() };

const isSpan = ({ from, until }: { from: string; until: string }): boolean => {
  const days = daysBetween(from, until);
  return days >= 1 && days <= MAX_DAYS;
};

const aSpan = { error: `must be 1 to ${MAX_DAYS} days after from`, path: ["until"] };

const saysSomething = (...names: string[]) => ({
  error: `must say one of ${names.join(", ")}`,
  path: [],
});

/** Input of `setRates`: nights from a day until, and without, another; of some days of the week only. */
export const SetRates = z
  .strictObject({
    ...span,
    price: nightlyPrice.optional(),
    minStay: nightCount.optional(),
    maxStay: nightCount.optional(),
  })
  .refine(isSpan, aSpan)
  .refine(
    ({ price, minStay, maxStay }) => (price ?? minStay ?? maxStay) !== undefined,
    saysSomething("price", "minStay", "maxStay"),
  );

/** Input of `setCapacity`. */
export const SetCapacity = z
  .strictObject({ ...span, capacity: capacity.optional(), closed: z.boolean().optional() })
  .refine(isSpan, aSpan)
  .refine(
    ({ capacity: wanted, closed }) => (wanted ?? closed) !== undefined,
    saysSomething("capacity", "closed"),
  );
