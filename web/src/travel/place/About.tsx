import type { Property } from "kindling-client";
import { POLICIES } from "../policy.ts";
import { Rating } from "../Rating.tsx";

/** What its host tells of a place, and what is agreed on with whoever stays there. */
export function About({ property }: { property: Property }) {
  const { description, amenities, checkInFrom, checkOutUntil, policy, mode, rating } = property;
  return (
    <section class="stack">
      <h2 class="hidden-label">About this place</h2>
      <p>
        <Rating of={rating} />
      </p>
      {description && <p class="prose">{description}</p>}
      {amenities.length > 0 && (
        <ul class="row" aria-label="Amenities">
          {amenities.map((amenity) => (
            <li key={amenity} class="badge">
              {amenity.replaceAll("-", " ")}
            </li>
          ))}
        </ul>
      )}
      <dl class="facts">
        <div>
          <dt>Check-in</dt>
          <dd>from {checkInFrom}</dd>
        </div>
        <div>
          <dt>Check-out</dt>
          <dd>until {checkOutUntil}</dd>
        </div>
        <div>
          <dt>If you cancel</dt>
          <dd>{POLICIES[policy]}</dd>
        </div>
        {mode === "on_request" && (
          <div>
            <dt>On request</dt>
            <dd>The host answers within a day. Nothing is paid before.</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
