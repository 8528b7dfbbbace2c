import { Badge } from "../../core/ui/index.ts";
import { money } from "../../core/words.ts";
import { Rating } from "../Rating.tsx";
import { Scene } from "../Scene.tsx";
import { addressOf, type Wish } from "../wish.ts";
import type { OffersOfPlace } from "./Offers.tsx";

/** A place, with those of its rooms that can be had. */
export function OfferCard({ offers, wish }: { offers: OffersOfPlace; wish: Wish }) {
  const [{ propertyId, roomTypeId, property }] = offers;
  const { name, photo, rating, mode } = property;
  return (
    <li class="card link place-card">
      <Scene name={name} photo={photo} />
      <h3>
        <a href={addressOf(`/travel/places/${propertyId}`, { ...wish, roomTypeId })}>{name}</a>
      </h3>
      <p class="row between">
        <Rating of={rating} />
        {mode === "on_request" && <Badge>On request</Badge>}
      </p>
      <ul class="stack close">
        {offers.map(({ roomTypeId: id, sleeps, left, totals }) => (
          <li key={id} class="row between">
            <span>
              Room for {sleeps}
              {left <= 2 && <span class="hint"> · {left} left</span>}
            </span>
            <span class="price">{money(totals.total)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
