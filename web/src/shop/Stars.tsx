import type { Product } from "kindling-client";
import { count } from "../core/words.ts";

/** What buyers think of a product, on the whole. */
export function Stars({ rating }: { rating: Product["rating"] }) {
  if (rating.count === 0) return <p class="hint">No reviews yet</p>;
  const average = rating.sum / rating.count;
  const said = average.toLocaleString(navigator.language, { maximumFractionDigits: 1 });
  return (
    <p class="row rating">
      <StarRow stars={average} />
      <span class="hint">
        <span class="hidden-label">{said} of 5 stars, </span>
        {count(rating.count, "review")}
      </span>
    </p>
  );
}

/** Five stars, so many of them filled; words say the same beside it. */
export function StarRow({ stars }: { stars: number }) {
  return (
    <span class="stars" style={{ "--filled": `${(stars / 5) * 100}%` }} aria-hidden="true">
      ★★★★★
    </span>
  );
}
