import type { PaymentEvent } from "../../../dev/payments/objects.ts";
import type { PaymentSimulator } from "../../../dev/payments/simulator.ts";
import { useClock } from "../../../functions/src/core/clock.ts";
import { todayIn } from "../../../functions/src/travel/calendar/dates.ts";
import type { Person } from "../../support/call.ts";
import { clearFirestore } from "../../support/firestore.ts";
import type { Troubled } from "../../support/troubles.ts";
import type { Action } from "./action.ts";
import { observe, type Picture } from "./picture.ts";
import { openPlaces, type PlaceName, places } from "./places.ts";

const person = (uid: string): Person => ({
  uid,
  token: { email: `${uid}@example.com`, email_verified: true },
});

/** Has two devices: see what is done at once. */
export const host = person("host");
export const travellers: Person[] = [
  "anna",
  "bela",
  "cleo",
  "dora",
  "ella",
  "finn",
  "gina",
  "hugo",
].map(person);
export const travellerOf = (uid: string): Person => travellers.find((one) => one.uid === uid)!;

/** A quote that somebody was given. */
export interface Quoted {
  quoteId: string;
  uid: string;
  place: PlaceName;
  checkIn: string;
  checkOut: string;
  rooms: number;
  total: number;
  nights: Record<string, number>;
  expiresAt: number;
}

/** Two properties with their provider. Time stands still, but where it is said that it passes. */
export interface World extends Troubled {
  time: number;
  /** How it was after the last step. */
  picture: Picture;
  /** The bookings' ids, in the order in which they were seen. */
  booked: string[];
  quotes: Quoted[];
  /** Of cancellations, by booking, oldest first. */
  cancelQuoteIds: Record<string, string[]>;
  /** How often somebody has tied up rooms: that has a limit. */
  taken: Record<string, number>;
  /** What may be sent again. */
  sent: Action[];
  requests: number;
  /** The booking that several do something with, while they do; or the nights that they all want. */
  focus: string | undefined;
  nights: Wish | undefined;
  /** Events that have come, and may come again; and those that never will. */
  heard: PaymentEvent[];
  lost: Set<string>;
  /** What happened, to be read when something went wrong. */
  story: string[];
  close: () => void;
}

/** A stay that somebody would like. */
export interface Wish {
  place: PlaceName;
  /** Days from today. */
  from: number;
  length: number;
}

/** Opens the places on an empty database. */
export async function openWorld(simulator: PaymentSimulator, start: string): Promise<World> {
  await clearFirestore();
  await simulator.pause();
  const world: World = {
    simulator,
    time: Date.parse(start),
    picture: {} as Picture,
    booked: [],
    quotes: [],
    cancelQuoteIds: {},
    taken: {},
    sent: [],
    requests: 0,
    focus: undefined,
    nights: undefined,
    heard: [],
    lost: new Set(),
    broken: [],
    story: [`it is ${start}`],
    close: useClock(() => new Date(world.time)),
  };
  await openPlaces(host.uid, new Date(world.time));
  world.picture = await observe();
  return world;
}

/** Looks at everything again. */
export async function lookAgain(world: World): Promise<Picture> {
  world.picture = await observe(world.picture);
  const { bookings, cancelQuotes } = world.picture;
  for (const id of Object.keys(bookings)) if (!world.booked.includes(id)) world.booked.push(id);
  for (const [id, { quoteId }] of Object.entries(cancelQuotes)) {
    const known = world.cancelQuoteIds[id] ?? [];
    if (known.at(-1) !== quoteId) world.cancelQuoteIds[id] = [...known, quoteId];
  }
  return world.picture;
}

/** The day that it is at a place. */
export const todayAt = (place: PlaceName, now: number): string =>
  todayIn(places[place].timeZone, new Date(now));

/** Lets time pass until a moment that is still to come. */
export function passUntil(world: World, moment: number): void {
  if (moment <= world.time) return;
  world.story.push(`it is ${new Date(moment).toISOString()}`);
  world.time = moment;
}

/** The id of a new request. */
export const requestId = (world: World): string =>
  `request-${String(++world.requests).padStart(16, "0")}`;
