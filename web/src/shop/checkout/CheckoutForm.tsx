import type { User } from "firebase/auth";
import type { Address } from "kindling-client";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction, useRequestId } from "../../core/action.ts";
import { shop } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { useSession } from "../../core/session.tsx";
import { TextField } from "../../core/ui/index.ts";
import type { CartLines } from "../cart/cart.ts";
import { useQuote } from "../cart/quote.ts";
import { countryOf } from "../countries.ts";
import { useKept } from "../kept.ts";
import { AddressBook } from "./AddressBook.tsx";
import { AddressFields } from "./AddressFields.tsx";
import { keepAddress, NOWHERE, type ShipTo } from "./addresses.ts";
import { Summary } from "./Summary.tsx";

interface CheckoutFormProps {
  user: User;
  lines: CartLines;
  addresses: readonly Found<Address>[];
}

export function CheckoutForm({ user, lines, addresses }: CheckoutFormProps) {
  const { isVerified } = useSession();
  const { route } = useLocation();
  const [country, setCountry] = useKept("country", "DE");
  const [coupon, setCoupon] = useKept("coupon", "");
  const [email, setEmail] = useKept("email", user.email ?? "");
  const [typed, setTyped] = useState<ShipTo>({ ...NOWHERE, country: countryOf(country) });
  const [choice, setChoice] = useState(addresses[0]?.id ?? "");
  const kept = addresses.find(({ id }) => id === choice)?.data();
  const shipTo = kept ? shipToOf(kept) : typed;
  const quoted = useQuote({ lines, country: shipTo.country, coupon });

  const intent = JSON.stringify([quoted.quote, shipTo, coupon, email]);
  const { requestId, renew } = useRequestId();
  useEffect(renew, [intent]);

  const place = useAction(async () => {
    if (!quoted.quote) return;
    const { orderId, state } = await shop.call.placeOrder({
      requestId,
      lines: quoted.quote.lines.map(({ sku, quantity, price }) => ({
        sku,
        quantity,
        shownPrice: price,
      })),
      shipTo,
      shownTotal: quoted.quote.totals.total,
      ...(coupon && !quoted.couponProblem && { coupon }),
      ...(!isVerified && { email: email.trim() }),
    });
    if (!kept) keepAddress(user.uid, shipTo);
    setCoupon("");
    route(state === "paid" ? `/shop/orders/${orderId}` : `/shop/orders/${orderId}/pay`, true);
  });
  useEffect(() => {
    // The truth of now: other prices, or what is gone.
    if (place.problem) quoted.askAgain();
  }, [place.problem]);

  return (
    <div class="split">
      <form
        id="order"
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          place.run();
        }}
      >
        <h2>Where it goes</h2>
        {addresses.length > 0 && (
          <AddressBook
            uid={user.uid}
            addresses={addresses}
            choice={kept ? choice : ""}
            onChoice={setChoice}
          />
        )}
        {!kept && (
          <AddressFields
            address={typed}
            onAddress={(address) => {
              setTyped(address);
              setCountry(address.country);
            }}
          />
        )}
        {!isVerified && (
          <>
            <h2>Where we write to</h2>
            <TextField
              label="E-mail address"
              type="email"
              autocomplete="email"
              hint="The confirmation goes there, once you have paid."
              required
              value={email}
              onValue={setEmail}
            />
          </>
        )}
      </form>
      <Summary quoted={quoted} coupon={coupon} onCoupon={setCoupon} form="order" place={place} />
    </div>
  );
}

const shipToOf = ({ updatedAt: _, ...address }: Address): ShipTo => address;
