import type { Stock, Variant } from "kindling-client";
import type { Found } from "../../../core/live.ts";
import { usePages } from "../../../core/pages.ts";
import { Badge, Refusal } from "../../../core/ui/index.ts";
import { AVAILABILITIES } from "./availability.ts";
import { stockOf } from "./shelves.ts";

/** A page of variants, each with what there is of it. */
export function ShelfRows({ variants }: { variants: readonly Found<Variant>[] }) {
  const shelves = usePages(stockOf(variants.map(({ id }) => id)), variants.length);
  const shelfOf = new Map(shelves.docs.map((shelf) => [shelf.id, shelf.data()]));
  return (
    <>
      <Refusal problem={shelves.problem} />
      <ul class="lines">
        {variants.map((variant) => {
          const { name, availability, active } = variant.data();
          const [label, tone] = AVAILABILITIES[availability];
          return (
            <li key={variant.id}>
              <div class="what">
                <a class="leads" href={`/staff/stock/${variant.id}`}>
                  {name}
                </a>
                <p class="hint">{variant.id}</p>
              </div>
              <div class="how">
                {!active && <Badge>Off sale</Badge>}
                <Badge tone={tone}>{label}</Badge>
                {!shelves.isLoading && <Left stock={shelfOf.get(variant.id)} />}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Left({ stock }: { stock: Stock | undefined }) {
  const { onHand, reserved } = stock ?? { onHand: 0, reserved: 0 };
  return (
    <p>
      <span class="price">{(onHand - reserved).toLocaleString()} to sell</span>
      <span class="hint">, {reserved.toLocaleString()} promised</span>
    </p>
  );
}
