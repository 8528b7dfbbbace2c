import { remove } from "../core/decide.ts";
import { inPages } from "../core/inPages.ts";
import { inParallel } from "../core/inParallel.ts";
import { pagesOf } from "../core/pagesOf.ts";
import type { Held, Person, PersonalData } from "../core/personalData.ts";
import { bookingChanges, bookings, guestLists, quotes } from "./booking/schema.ts";
import { forgetBooking } from "./leaving/forgetBooking.ts";
import { forgetHost, forgetProperty } from "./leaving/forgetProperty.ts";
import { allStayReviews, properties, roomTypesOf } from "./schema.ts";

/** Bookings of one person that are seen to at the same time. */
const WIDTH = 5;

/**
 * What travel keeps about people. Stays are kept, made anonymous: a traveller's that are to come are left until
 * they are over; a host's are called off. What a host offers goes with them, reviews with who has written them.
 */
export const personalData: PersonalData = {
  held: async ({ uid }) => ({
    stays: bookings.where("uid", "==", uid),
    "guests of stays": guestLists.where("uid", "==", uid),
    "changes of stays": bookingChanges.where("uid", "==", uid),
    "quotes of stays": quotes.where("uid", "==", uid),
    "reviews of stays": allStayReviews.where("uid", "==", uid),
    properties: properties.where("hostId", "==", uid),
    ...(await roomTypesBy(uid)),
  }),

  async erase(person) {
    const { uid } = person;
    const stays = await forgetBookings(person);
    await inPages(quotes.where("uid", "==", uid), (quote) => [remove(quote)]);
    const hosted = await forgetProperties(person);
    return stays && hosted ? "erased" : "later";
  },
};

/** Answers whether all are anonymous. */
async function forgetBookings(person: Person): Promise<boolean> {
  let all = true;
  for await (const page of pagesOf(bookings.where("uid", "==", person.uid))) {
    await inParallel(page, WIDTH, async ({ id }) => {
      if ((await forgetBooking(id, person)) === "later") all = false;
    });
  }
  return all;
}

/** Answers whether all are gone; then its stays know no host either. */
async function forgetProperties(person: Person): Promise<boolean> {
  let all = true;
  for await (const page of pagesOf(properties.where("hostId", "==", person.uid))) {
    for (const { id } of page) if ((await forgetProperty(id)) === "later") all = false;
  }
  if (all) await forgetHost(person);
  return all;
}

async function roomTypesBy(uid: string): Promise<Held> {
  const { docs } = await properties.where("hostId", "==", uid).select().get();
  return Object.fromEntries(docs.map(({ id }) => [`room types of ${id}`, roomTypesOf(id)]));
}
