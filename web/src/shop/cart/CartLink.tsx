import { ShoppingCart } from "lucide";
import { Badge, LinkButton } from "../../core/ui/index.ts";
import { useCart } from "./cart.ts";

/** The way to the cart, and how much is in it. */
export function CartLink() {
  const { pieces } = useCart();
  return (
    <LinkButton href="/shop/cart" icon={ShoppingCart}>
      Cart
      {pieces > 0 && (
        <Badge>
          {pieces} <span class="hidden-label">{pieces === 1 ? "piece" : "pieces"}</span>
        </Badge>
      )}
    </LinkButton>
  );
}
