import { getDoc } from "firebase/firestore";
import { addDays, todayIn } from "../../../functions/src/travel/calendar/dates.ts";
import type { Narrator } from "../narrator.ts";
import { type Apps, money, type Stay } from "./parts.ts";

/** A stay that can be had, and what a search has said that it costs. */
export interface Chosen extends Stay {
  total: number;
  /** Rooms that its first night has. */
  left: number;
}

/** Where one could stay: found by a search, and its calendar. Nobody is signed in yet. */
export async function choose({ traveller }: Apps, tell: Narrator): Promise<Chosen> {
  const { call, documents } = traveller.travel;

  tell.step("Look for a place to stay, without an account");
  const found = await search(traveller, tell);
  await tell.refused("A stay that ends before it begins", "invalid-input", () => {
    const { checkIn: checkOut, checkOut: checkIn } = found;
    return call.searchStays({ city: "lisbon", checkIn, checkOut, guests: 2 });
  });

  tell.step("Look into its calendar");
  const month = found.checkIn.slice(0, 7);
  const { propertyId, roomTypeId } = found;
  const calendar = await getDoc(documents.availability(propertyId, roomTypeId, month));
  const { nights = [] } = calendar.data() ?? {};
  const first = Number(found.checkIn.slice(8)) - 1;
  for (const [index, { price, left }] of nights.slice(first, first + 3).entries()) {
    tell.say(`${addDays(found.checkIn, index)}   ${money(price).padStart(9)}   ${left} left`);
  }
  tell.expect(nights.length >= 28, "a month with prices is one document");
  await tell.refused("A look at what is booked and held", "permission-denied", () =>
    getDoc(documents.inventory(propertyId, roomTypeId, month)),
  );
  return { ...found, left: nights[first]?.left ?? 0 };
}

/** The first week in three months in which the seeded house has a room for two. */
async function search(
  { travel }: Apps["traveller"],
  tell: Narrator,
): Promise<Omit<Chosen, "left">> {
  const today = todayIn("Europe/Lisbon", new Date());
  for (let week = 0; week < 8; week++) {
    const checkIn = addDays(today, 90 + 7 * week);
    const dates = { checkIn, checkOut: addDays(checkIn, 2) };
    const { stays } = await travel.call.searchStays({ city: "lisbon", ...dates, guests: 2 });
    const stay = stays.find(({ property }) => property.name === "Seven Steps House");
    if (!stay) continue;
    for (const { property, totals, left } of stays) {
      tell.say(`${property.name.padEnd(36)} ${money(totals.total).padStart(9)}   ${left} left`);
    }
    tell.expect(stays.length > 1, "what can be had for two nights, and nothing else was read");
    const { propertyId, roomTypeId, totals } = stay;
    return { propertyId, roomTypeId, ...dates, total: totals.total };
  }
  throw new Error("The Seven Steps House is full.");
}
