import type { Property } from "kindling-client";
import { useLocation } from "preact-iso";
import { useSession } from "../../core/session.tsx";
import { Button, LinkButton, Loading, Refusal } from "../../core/ui/index.ts";
import type { Wish } from "../wish.ts";
import { Hold } from "./Hold.tsx";
import { useStayQuote } from "./useStayQuote.ts";

interface OfferedProps {
  propertyId: string;
  property: Property;
  wish: Wish;
}

/** What the stay that is chosen costs, and the way to have it. */
export function Offered({ propertyId, property, wish }: OfferedProps) {
  const { isReady, user } = useSession();
  const { url } = useLocation();
  const { roomTypeId, checkIn, checkOut, guests, rooms } = wish;
  const isChosen = checkIn !== "" && checkOut !== "";
  const isOwn = property.hostId === user?.uid;
  const { quote, problem, askAgain } = useStayQuote(
    user && isChosen && !isOwn
      ? { propertyId, roomTypeId, checkIn, checkOut, guests, rooms }
      : undefined,
  );
  if (isOwn) {
    return (
      <>
        <p>This is your own place.</p>
        <LinkButton href={`/travel/host/places/${propertyId}`}>Look after it</LinkButton>
      </>
    );
  }
  if (!isChosen) return <p class="muted">Choose the days, and the price is here.</p>;
  if (isReady && !user) {
    return (
      <>
        <p>Log in to see the price of the whole stay, and to hold it.</p>
        <LinkButton look="primary" href={`/login?next=${encodeURIComponent(url)}`}>
          Log in
        </LinkButton>
      </>
    );
  }
  if (problem) {
    return (
      <>
        <Refusal problem={problem} />
        <Button onClick={askAgain}>Ask again</Button>
      </>
    );
  }
  if (!quote) return <Loading rows={2} what="Asking for the price" />;
  return <Hold key={quote.quoteId} quote={quote} onOver={askAgain} />;
}
