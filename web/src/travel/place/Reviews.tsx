import { travel } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { Loading, More, Refusal } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";
import { Stars } from "../Stars.tsx";

const PAGE_SIZE = 5;

/** What guests say of a place, the newest first. */
export function Reviews({ propertyId }: { propertyId: string }) {
  const reviews = usePages(travel.documents.stayReviewsOf(propertyId, PAGE_SIZE), PAGE_SIZE);
  return (
    <section class="stack">
      <h2>What guests say</h2>
      {reviews.isLoading && <Loading rows={2} what="Looking for reviews" />}
      <Refusal problem={reviews.problem} />
      {!reviews.isLoading && !reviews.problem && reviews.docs.length === 0 && (
        <p class="muted">Nobody has said anything yet. Who has stayed here can, on their trip.</p>
      )}
      <ul class="tiles">
        {reviews.docs.map((review) => {
          const { rating, title, text, author, createdAt } = review.data();
          return (
            <li key={review.id} class="card">
              <Stars rating={rating} />
              {title && <h3>{title}</h3>}
              {text && <p>{text}</p>}
              <p class="hint">
                {author}, {day(createdAt)}
              </p>
            </li>
          );
        })}
      </ul>
      <More of={reviews} />
    </section>
  );
}
