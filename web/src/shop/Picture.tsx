import { Icon } from "../core/ui/index.ts";
import { categoryOf } from "./catalogue/categories.ts";

/**
 * Stands in for a product's picture: the catalogue has none. The same product always looks the same,
 * and its neighbour otherwise. Put an `img` here once yours have pictures.
 */
export function Picture({ of: productId, category }: { of: string; category: string }) {
  const number = numberOf(productId);
  return (
    <div
      class={`picture tone-${number % 4}`}
      style={{ "--turn": `${number % 360}deg`, "--across": `${20 + (number % 61)}%` }}
      aria-hidden="true"
    >
      <Icon of={categoryOf(category).icon} size={56} />
    </div>
  );
}

const numberOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) % 65521, 5381);
