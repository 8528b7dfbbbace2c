import { useAction } from "../../core/action.ts";
import { Button, Loading, Refusal } from "../../core/ui/index.ts";
import { count, plainDate } from "../../core/words.ts";
import { cityName } from "../city.ts";
import { daysBetween } from "../dates.ts";
import type { Wish } from "../wish.ts";
import { NoneFound } from "./NoneFound.tsx";
import { OfferCard } from "./OfferCard.tsx";
import { type Offer, useOffers } from "./useOffers.ts";

/** What a search has found, a card for each place. */
export function Offers({ wish }: { wish: Wish }) {
  const { stays, isLoading, problem, hasMore, loadMore } = useOffers(wish);
  const more = useAction(loadMore);
  const { city, checkIn, checkOut } = wish;
  const places = byPlace(stays);
  if (isLoading) return <Loading rows={4} what="Looking for free rooms" />;
  return (
    <section class="stack" aria-label="Results">
      <Refusal problem={problem} />
      {!problem && !hasMore && places.length === 0 && <NoneFound wish={wish} />}
      {places.length > 0 && (
        <>
          <h2>
            {count(places.length, "place")} in {cityName(city)}
          </h2>
          <p class="muted" role="status">
            {plainDate(checkIn)} to {plainDate(checkOut)},{" "}
            {count(daysBetween(checkIn, checkOut), "night")}. Prices are for the whole stay, with
            cleaning and tax.
          </p>
          <ul class="tiles">
            {places.map((offers) => (
              <OfferCard key={offers[0].propertyId} offers={offers} wish={wish} />
            ))}
          </ul>
        </>
      )}
      {hasMore && (
        <div class="row center">
          <Button isBusy={more.isBusy} onClick={() => more.run()}>
            Show more
          </Button>
        </div>
      )}
    </section>
  );
}

/** The rooms of a place, of which there is one at least. */
export type OffersOfPlace = readonly [Offer, ...Offer[]];

function byPlace(stays: readonly Offer[]): OffersOfPlace[] {
  const places = new Map<string, [Offer, ...Offer[]]>();
  for (const offer of stays) {
    const others = places.get(offer.propertyId);
    if (others) others.push(offer);
    else places.set(offer.propertyId, [offer]);
  }
  return [...places.values()];
}
