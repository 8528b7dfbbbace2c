import type { Product, Variant } from "kindling-client";
import { ShoppingCart } from "lucide";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { shop } from "../../core/backend.ts";
import { type Found, useQuery } from "../../core/live.ts";
import { Button, Loading, Notice, Refusal } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { useCart } from "../cart/cart.ts";
import { noteShown } from "../cart/shown.ts";
import { Quantity } from "../Quantity.tsx";
import { Variants } from "./Variants.tsx";

/** Which one, how many, and into the cart. Price and availability follow what the shop says. */
export function Buy({ productId, product }: { productId: string; product: Product }) {
  const cart = useCart();
  const variants = useQuery(shop.documents.variantsOf(productId));
  const [wanted, setWanted] = useState("");
  const [quantity, setQuantity] = useState(1);
  const [added, setAdded] = useState("");
  const sorted = [...variants.docs].sort((one, other) => one.data().price - other.data().price);
  const isLeft = (variant: Found<Variant>) => variant.data().availability !== "out_of_stock";
  const chosen = sorted.find(({ id }) => id === wanted) ?? sorted.find(isLeft) ?? sorted[0];

  const add = useAction(async () => {
    if (!chosen) return;
    const { name, price } = chosen.data();
    setAdded("");
    await cart.add(chosen.id, quantity);
    noteShown(chosen.id, { name, price, productId, category: product.category });
    setAdded(`${quantity} × ${name}`);
  });

  if (variants.isLoading) return <Loading rows={3} what="Asking what there is of it" />;
  const inCart = chosen ? (cart.lines[chosen.id] ?? 0) : 0;
  return (
    <div class="stack">
      <Refusal problem={variants.problem} />
      <Variants
        of={product.name}
        variants={sorted}
        chosen={chosen?.id}
        onChoose={(sku) => {
          setWanted(sku);
          setAdded("");
        }}
      />
      <p class="hint">Without tax and shipping, which depend on where it goes.</p>
      {chosen && isLeft(chosen) ? (
        <div class="row">
          <Quantity label="Quantity" quantity={quantity} onQuantity={setQuantity} />
          <Button
            look="primary"
            icon={ShoppingCart}
            isBusy={add.isBusy || cart.isLoading}
            onClick={() => add.run()}
          >
            Add to cart
          </Button>
        </div>
      ) : (
        <p class="muted">There is none left at the moment. Look again in a few days.</p>
      )}
      <Refusal problem={add.problem ?? cart.problem} />
      {added && inCart > 0 && !cart.problem && (
        <Notice tone="good">
          {added} added: <a href="/shop/cart">your cart</a> holds {count(inCart, "piece")} of it.
        </Notice>
      )}
    </div>
  );
}
