import { shop } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { useSession } from "../../core/session.tsx";
import { Loading, More, Refusal } from "../../core/ui/index.ts";
import { ReviewCard } from "./ReviewCard.tsx";

const PAGE_SIZE = 5;

/** What others say of a product, the newest first. */
export function Reviews({ productId }: { productId: string }) {
  const { user } = useSession();
  const reviews = usePages(shop.documents.reviewsOf(productId, PAGE_SIZE), PAGE_SIZE);
  const others = reviews.docs.filter(({ id }) => id !== user?.uid);
  if (reviews.isLoading) return <Loading rows={2} what="Fetching the reviews" />;
  return (
    <>
      {others.length === 0 && !reviews.problem && (
        <p class="muted">
          No reviews by others yet. Who has bought it can write one once it has been delivered.
        </p>
      )}
      <ul class="stack">
        {others.map((review) => (
          <li key={review.id}>
            <ReviewCard review={review.data()} />
          </li>
        ))}
      </ul>
      <Refusal problem={reviews.problem} />
      <More of={reviews} />
    </>
  );
}
