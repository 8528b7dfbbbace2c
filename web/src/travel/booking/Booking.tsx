import type { User } from "firebase/auth";
import { doc } from "firebase/firestore";
import { Luggage } from "lucide";
import { useRoute } from "preact-iso";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Badge, Empty, LinkButton, Loading, Page, Refusal } from "../../core/ui/index.ts";
import "../travel.css";
import { useIsPast } from "../clock.ts";
import { standingOf, stateBy } from "../standing.ts";
import { Standing } from "./Standing.tsx";
import { StayFacts } from "./StayFacts.tsx";
import { Story } from "./Story.tsx";

export default function Booking() {
  return (
    <RequireUser why="A booking is shown to whoever made it.">
      {(user) => <OwnBooking user={user} />}
    </RequireUser>
  );
}

function OwnBooking({ user }: { user: User }) {
  const { bookingId = "" } = useRoute().params;
  const {
    data: booking,
    isLoading,
    problem,
  } = useDocument(doc(travel.documents.bookings, bookingId));
  useIsPast(booking?.closeAt?.toDate());
  if (!booking || booking.uid !== user.uid) {
    return (
      <Page title="Your stay" from={["Trips", "/travel/trips"]}>
        {isLoading && <Loading rows={5} what="Looking for your stay" />}
        <Refusal problem={problem} />
        {!isLoading && (
          <Empty icon={Luggage} title="This is not one of your trips">
            <LinkButton href="/travel/trips">Your trips</LinkButton>
          </Empty>
        )}
      </Page>
    );
  }
  const state = stateBy(booking, Date.now());
  const { word, tone } = standingOf(state);
  return (
    <Page
      title={booking.propertyName}
      from={["Trips", "/travel/trips"]}
      lead={booking.roomName}
      actions={<Badge tone={tone}>{word}</Badge>}
    >
      <div class="split">
        <div class="stack">
          <Standing id={bookingId} booking={booking} state={state} />
          <Story booking={booking} />
        </div>
        <StayFacts booking={booking} />
      </div>
    </Page>
  );
}
