import { Star } from "lucide";
import { Icon } from "../core/ui/index.ts";

/** The stars of one review. */
export function Stars({ rating }: { rating: number }) {
  return (
    <p class="stars">
      <span class="hidden-label">{rating} of 5 stars</span>
      {[1, 2, 3, 4, 5].map((star) => (
        <span key={star} class={star <= rating ? "lit" : "dim"}>
          <Icon of={Star} size={16} />
        </span>
      ))}
    </p>
  );
}
