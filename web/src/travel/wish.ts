import { citySlug } from "./city.ts";
import { daysBetween, isDate } from "./dates.ts";

/** The longest stay, in nights. */
export const MAX_NIGHTS = 28;

/** The stay that somebody looks for, as it stands in the address; what is not said yet is "". */
export interface Wish {
  city: string;
  checkIn: string;
  checkOut: string;
  guests: number;
  rooms: number;
  roomTypeId: string;
}

/** What the address of a page says, as far as it makes sense. */
export function wishOf(query: Record<string, string>): Wish {
  const { city = "", checkIn = "", checkOut = "", guests, rooms, room = "" } = query;
  const from = isDate(checkIn) ? checkIn : "";
  return {
    city: citySlug(city),
    checkIn: from,
    checkOut: isStay(from, checkOut) ? checkOut : "",
    guests: wholeNumber(guests, 2),
    rooms: wholeNumber(rooms, 1),
    roomTypeId: room,
  };
}

/** The address of a page that takes up a wish. */
export function addressOf(path: string, wish: Partial<Wish>): string {
  const { roomTypeId, ...rest } = wish;
  const said = Object.entries({ ...rest, room: roomTypeId })
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => [name, String(value)]);
  return `${path}?${new URLSearchParams(said)}`;
}

const isStay = (checkIn: string, checkOut: string): boolean => {
  if (!checkIn || !isDate(checkOut)) return false;
  const nights = daysBetween(checkIn, checkOut);
  return nights >= 1 && nights <= MAX_NIGHTS;
};

const wholeNumber = (text: string | undefined, usual: number): number => {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 ? number : usual;
};

/** Choices from 1: of guests, of rooms, of nights. */
export const upTo = (most: number): readonly (readonly [string, string])[] =>
  Array.from({ length: most }, (_, index) => [String(index + 1), String(index + 1)] as const);
