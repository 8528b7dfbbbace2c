import type { Variant } from "kindling-client";
import type { Found } from "../../core/live.ts";
import { Badge } from "../../core/ui/index.ts";
import { money } from "../../core/words.ts";

const AVAILABILITY = {
  in_stock: ["good", "In stock"],
  low: ["warn", "Only a few left"],
  out_of_stock: ["plain", "Sold out"],
} as const satisfies Record<Variant["availability"], unknown>;

interface VariantsProps {
  /** The product's name, which those of its variants begin with. */
  of: string;
  variants: readonly Found<Variant>[];
  chosen: string | undefined;
  onChoose: (sku: string) => void;
}

/** What of a product is for sale, one of them chosen. */
export function Variants({ of: product, variants, chosen, onChoose }: VariantsProps) {
  const [only] = variants;
  if (only && variants.length === 1) {
    return (
      <p class="row only-one">
        <Terms of={only.data()} />
      </p>
    );
  }
  return (
    <fieldset class="choices">
      <legend class="hidden-label">Which one</legend>
      {variants.map((variant) => {
        const { name, availability } = variant.data();
        return (
          <label key={variant.id} class="choice">
            <input
              type="radio"
              name="variant"
              value={variant.id}
              checked={variant.id === chosen}
              disabled={availability === "out_of_stock"}
              onChange={() => onChoose(variant.id)}
            />
            <span class="grow">{optionOf(name, product)}</span>
            <Terms of={variant.data()} />
          </label>
        );
      })}
    </fieldset>
  );
}

function Terms({ of: { price, currency, availability } }: { of: Variant }) {
  const [tone, words] = AVAILABILITY[availability];
  return (
    <>
      <Badge tone={tone}>{words}</Badge>
      <span class="price">{money(price, currency)}</span>
    </>
  );
}

/** "250 g" of "Morning Blend, 250 g". */
const optionOf = (name: string, product: string): string =>
  name.startsWith(`${product}, `) ? name.slice(product.length + 2) : name;
