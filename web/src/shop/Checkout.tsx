import { ShoppingCart } from "lucide";
import { useSession } from "../core/session.tsx";
import { Empty, LinkButton, Loading, Page, Refusal } from "../core/ui/index.ts";
import { useCart } from "./cart/cart.ts";
import { useAddresses } from "./checkout/addresses.ts";
import { CheckoutForm } from "./checkout/CheckoutForm.tsx";
import { useStays } from "./checkout/stays.ts";
import "./shop.css";
import "./cart/cart.css";

/** Where it goes, what it costs, and the order itself. For guests as well. */
export default function Checkout() {
  const { user, isGuest } = useSession();
  const cart = useCart();
  const addresses = useAddresses(user?.uid);
  const isLoading = cart.isLoading || addresses.isLoading;
  // The order takes the lines out of the cart; the form stays until the next page is there.
  const lines = useStays(cart.lines, cart.pieces > 0);
  return (
    <Page title="Checkout" from={["Cart", "/shop/cart"]}>
      {isGuest && (
        <p>
          You order as a guest. Have you been here before?{" "}
          <a href="/login?next=/shop/checkout">Log in</a>
        </p>
      )}
      {isLoading && <Loading rows={5} what="Fetching your cart" />}
      <Refusal problem={cart.problem ?? addresses.problem} />
      {!isLoading && !lines && (
        <Empty icon={ShoppingCart} title="There is nothing to order">
          <p>Your cart is empty. What you have ordered already is among your orders.</p>
          <p class="row center">
            <LinkButton href="/shop" look="primary">
              Look around the shop
            </LinkButton>
            <LinkButton href="/shop/orders">Your orders</LinkButton>
          </p>
        </Empty>
      )}
      {!isLoading && user && lines && (
        <CheckoutForm user={user} lines={lines} addresses={addresses.docs} />
      )}
    </Page>
  );
}
