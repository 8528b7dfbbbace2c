import { db } from "../../../functions/src/core/db.ts";
import { inParallel } from "../../../functions/src/core/inParallel.ts";
import { paymentIdOf } from "../../../functions/src/core/payments/schema.ts";
import { properties } from "../../../functions/src/travel/schema.ts";
import { paymentControl } from "../../payments/control.ts";
import { STRIPE } from "../../payments/testKey.ts";
import { cities } from "./cities/index.ts";
import { documentsOf, type PlaceDocuments } from "./documents.ts";
import { type Located, propertyIdOf } from "./listing.ts";
import { plant } from "./plant.ts";

/** Properties that are put there at the same time. */
const WIDTH = 4;

export const demoPlaces: readonly Located[] = cities.flatMap((city) =>
  city.places.map((place) => ({ city, place })),
);

/**
 * Puts the places to stay there that are missing, each with a year of prices and with who has booked.
 * Answers what there is then.
 */
export async function seedTravel(): Promise<string> {
  const found = await db.getAll(
    ...demoPlaces.map(({ place }) => properties.doc(propertyIdOf(place))),
  );
  const missing = demoPlaces.filter((_, index) => !found[index]?.exists).map(documentsOf);
  await rememberPayments(missing);
  await inParallel(missing, WIDTH, plant);
  return `${demoPlaces.length} places to stay in ${cities.length} cities`;
}

/** What has been paid, the payment simulator has: what is cancelled can be given back. Stripe knows nothing of it. */
async function rememberPayments(places: readonly PlaceDocuments[]): Promise<void> {
  const { STRIPE_API: api = STRIPE } = process.env;
  if (api === STRIPE) return;
  const paid = places
    .flatMap(({ stays }) => stays.flatMap(({ payment }) => payment ?? []))
    .map(({ intent, amount, currency, subject, attempt }) => ({
      id: intent ?? "",
      amount,
      currency: currency.toLowerCase(),
      metadata: { payment: paymentIdOf(subject, attempt), subject },
    }));
  await paymentControl(api).remember(paid);
}
