import type { Product } from "kindling-client";
import { money } from "../../core/words.ts";
import { Picture } from "../Picture.tsx";
import { Stars } from "../Stars.tsx";

export function ProductCard({ id, product }: { id: string; product: Product }) {
  const { name, category, priceFrom, currency, rating } = product;
  return (
    <li class="card link product-card">
      <Picture of={id} category={category} />
      <h2>
        <a href={`/shop/products/${id}`}>{name}</a>
      </h2>
      <p class="price">
        <span class="from-price">from</span> {money(priceFrom, currency)}
      </p>
      <Stars rating={rating} />
    </li>
  );
}

/** Where cards will stand in a moment, of the same size. */
export function CardsToCome({ number }: { number: number }) {
  return (
    <div role="status">
      <span class="hidden-label">Looking through the shelves …</span>
      <div class="shelf">
        {Array.from({ length: number }, (_, card) => (
          <div key={card} class="card product-card">
            <div class="picture skeleton" />
            <div class="skeleton line" />
            <div class="skeleton line short" />
            <div class="skeleton line short" />
          </div>
        ))}
      </div>
    </div>
  );
}
