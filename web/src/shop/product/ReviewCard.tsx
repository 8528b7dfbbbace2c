import type { Review } from "kindling-client";
import type { ComponentChildren } from "preact";
import { day } from "../../core/words.ts";
import { StarRow } from "../Stars.tsx";

/** What somebody says of a product. */
export function ReviewCard({
  review: { rating, title, text, author, createdAt },
  children,
}: {
  review: Review;
  children?: ComponentChildren;
}) {
  return (
    <article class="card">
      <div class="row">
        <StarRow stars={rating} />
        <span class="hidden-label">{rating} of 5 stars</span>
        {title && <h3>{title}</h3>}
      </div>
      {text && <p class="as-written">{text}</p>}
      <p class="hint">
        {author}, {day(createdAt)}
      </p>
      {children}
    </article>
  );
}
