import { Trash2 } from "lucide";
import { Badge, Button } from "../../core/ui/index.ts";
import { money } from "../../core/words.ts";
import { Picture } from "../Picture.tsx";
import { Quantity } from "../Quantity.tsx";
import type { Quote } from "./quote.ts";
import { shownOf } from "./shown.ts";

interface CartLineProps {
  sku: string;
  quantity: number;
  /** What the server says of it; until then this device knows its name, mostly. */
  line: Quote["lines"][number] | undefined;
  /** It is not for sale any more. */
  isGone: boolean;
  onQuantity: (quantity: number) => void;
  onRemove: (name: string) => void;
}

/** A line of the cart: how many, for how much, and what is against it. */
export function CartLine({ sku, quantity, line, isGone, onQuantity, onRemove }: CartLineProps) {
  const shown = shownOf(sku);
  const name = line?.name ?? shown?.name ?? sku;
  const productId = line?.productId ?? shown?.productId;
  return (
    <li class="cart-line">
      <Picture of={productId ?? sku} category={shown?.category ?? ""} />
      <div class="stack close">
        <div class="row between">
          <h2 class="name">
            {productId ? <a href={`/shop/products/${productId}`}>{name}</a> : name}
          </h2>
          {line && <span class="price">{money(line.amount)}</span>}
        </div>
        {line && <PriceOfOne price={line.price} before={shown?.price} />}
        {isGone && (
          <p>
            <Badge tone="bad">Not for sale any more</Badge> Remove it; the rest can be ordered.
          </p>
        )}
        {line?.availability === "out_of_stock" && (
          <p>
            <Badge tone="bad">Sold out</Badge> Remove it, or come back in a few days.
          </p>
        )}
        {line?.availability === "low" && (
          <p>
            <Badge tone="warn">Only a few left</Badge>
          </p>
        )}
        <div class="row">
          {!isGone && (
            <Quantity label={`Quantity of ${name}`} quantity={quantity} onQuantity={onQuantity} />
          )}
          <Button look="quiet" icon={Trash2} onClick={() => onRemove(name)}>
            Remove <span class="hidden-label">{name}</span>
          </Button>
        </div>
      </div>
    </li>
  );
}

function PriceOfOne({ price, before }: { price: number; before: number | undefined }) {
  const hasChanged = before !== undefined && before !== price;
  return (
    <p class="hint">
      {money(price)} each
      {hasChanged && (
        <>
          {" "}
          <Badge tone={price < before ? "good" : "warn"}>New price</Badge> It was {money(before)}{" "}
          when you put it in.
        </>
      )}
    </p>
  );
}
