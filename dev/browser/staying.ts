import type { Page } from "playwright-core";
import { idOf } from "../../functions/src/core/id.ts";
import { cities } from "../seed/travel/cities/index.ts";
import { propertyIdOf, roomOf } from "../seed/travel/listing.ts";
import { type Traveller, travellers } from "../seed/travel/travellers.ts";

/** Nights of a month that is far enough away for nobody to have booked it, other ones each time. */
export function someNights(count: number): { checkIn: string; checkOut: string } {
  const ahead = 3 + Math.floor(Math.random() * 6);
  const today = new Date();
  const first = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, 1);
  const begin = Math.floor(Math.random() * 15);
  const dayAt = (days: number) => new Date(first + days * 86_400_000).toISOString().slice(0, 10);
  return { checkIn: dayAt(begin), checkOut: dayAt(begin + count) };
}

/** A day where the devices of these tests are: so many from today. */
export function dayAhead(days: number): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });
  return format.format(Date.now() + days * 86_400_000);
}

const placeOf = (city: string, id: string) => {
  const found = cities.find((one) => one.city === city)?.places.find((place) => place.id === id);
  if (!found) throw new Error(`${id} is not in ${city}.`);
  return found;
};

// The ids that the demo's documents have.

export const idOfPlace = (city: string, id: string): string => propertyIdOf(placeOf(city, id));

export const idOfRoom = (city: string, id: string, room: string): string =>
  roomOf(placeOf(city, id), room).roomTypeId;

/** Of somebody's stay that began, or begins, so many days after the demo was made. */
export function idOfStay(city: string, id: string, by: Traveller, begin: number): string {
  const { stays = [] } = placeOf(city, id);
  const stay = stays.find((one) => one.by === by && one.in === begin);
  if (!stay) throw new Error(`${by} does not stay at ${id} then.`);
  return idOf(travellers[by].uid, `${idOfRoom(city, id, stay.room)} ${begin}`);
}

/** Goes to a bed of the bunkhouse, of which there are plenty, for these nights, as a search leads there. */
export async function goToBunk(page: Page, stay: ReturnType<typeof someNights>): Promise<void> {
  const room = idOfRoom("kyoto", "hill-dormitory", "bunk");
  const wish = new URLSearchParams({ ...stay, guests: "1", rooms: "1", room });
  await page.goto(`/travel/places/${idOfPlace("kyoto", "hill-dormitory")}?${wish}`);
}

/** Holds what is chosen, and says who comes. */
export async function hold(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Hold it for ten minutes" }).click();
  await page.getByRole("timer").waitFor();
  await nameGuest(page, name);
}

export async function nameGuest(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Go on to the payment" }).click();
  await page.getByLabel("Card number").waitFor();
}
