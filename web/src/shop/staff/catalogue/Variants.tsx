import type { Product, Variant } from "kindling-client";
import { Plus } from "lucide";
import { useState } from "preact/hooks";
import type { Found } from "../../../core/live.ts";
import { Badge, Button, Refusal } from "../../../core/ui/index.ts";
import { money } from "../../../core/words.ts";
import { useWrite } from "../write.ts";
import { MOST_VARIANTS } from "./prices.ts";
import { VariantDialog } from "./VariantDialog.tsx";

interface VariantsProps {
  productId: string;
  product: Product;
  variants: readonly Found<Variant>[];
}

/** What of a product is sold, at which prices. */
export function Variants({ productId, product, variants }: VariantsProps) {
  const [open, setOpen] = useState<Found<Variant> | "new">();
  const { problem, write } = useWrite();
  return (
    <section class="card">
      <div class="row between">
        <h2>Variants</h2>
        <Button isSmall icon={Plus} onClick={() => setOpen("new")}>
          New variant
        </Button>
      </div>
      <ul class="lines">
        {variants.map((variant) => {
          const { name, price, currency, active } = variant.data();
          return (
            <li key={variant.id}>
              <div class="what">
                <p class="strong">{name}</p>
                <p class="hint">
                  {variant.id} ·{" "}
                  <a href={`/staff/stock/${variant.id}`}>
                    Stock<span class="hidden-label"> of {name}</span>
                  </a>
                </p>
              </div>
              <div class="how">
                {!active && <Badge>Off sale</Badge>}
                <span class="price">{money(price, currency)}</span>
                <Button isSmall aria-label={`Change ${name}`} onClick={() => setOpen(variant)}>
                  Change
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {variants.length === MOST_VARIANTS && (
        <p class="hint">These are the first {MOST_VARIANTS}. Others are changed by a file.</p>
      )}
      <Refusal problem={problem} />
      {open && (
        <VariantDialog
          productId={productId}
          product={product}
          variants={variants}
          variant={open === "new" ? undefined : open}
          write={write}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
