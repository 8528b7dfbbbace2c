import { Star } from "lucide";
import { Icon } from "../core/ui/index.ts";
import { count } from "../core/words.ts";

/** What guests say of a place, on the average. */
export function Rating({ of: { count: reviews, sum } }: { of: { count: number; sum: number } }) {
  if (reviews === 0) return <span class="muted">No reviews yet</span>;
  const stars = (sum / reviews).toFixed(1);
  return (
    <span class="rating">
      <Icon of={Star} size={16} /> <span class="strong">{stars}</span>
      <span class="hidden-label"> of 5 stars</span>
      <span class="muted">{count(reviews, "review")}</span>
    </span>
  );
}
