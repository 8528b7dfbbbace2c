import type { User } from "firebase/auth";
import type { Booking } from "kindling-client";
import { Luggage } from "lucide";
import { travel } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { usePages } from "../../core/pages.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Empty, LinkButton, Loading, More, Page, Refusal } from "../../core/ui/index.ts";
import "../travel.css";
import { TripList } from "./TripList.tsx";

const PAGE_SIZE = 20;

export default function Trips() {
  return (
    <Page title="Trips" actions={<LinkButton href="/travel">Look for a place</LinkButton>}>
      <RequireUser why="Your trips are kept under your account.">
        {(user) => <OwnTrips user={user} />}
      </RequireUser>
    </Page>
  );
}

function OwnTrips({ user }: { user: User }) {
  const trips = usePages(travel.documents.bookingsOf(user.uid, PAGE_SIZE), PAGE_SIZE);
  if (trips.isLoading) return <Loading rows={4} what="Looking for your trips" />;
  return (
    <>
      <Refusal problem={trips.problem} />
      {!trips.problem && trips.docs.length === 0 && (
        <Empty icon={Luggage} title="You have no trips yet">
          <p>What you book is here, from when it is held.</p>
          <LinkButton look="primary" href="/travel">
            Look for a place
          </LinkButton>
        </Empty>
      )}
      <TripList title="Upcoming" bookings={trips.docs.toSorted(byCheckIn)} states={UPCOMING} />
      <TripList title="Past" bookings={trips.docs} states={PAST} />
      <TripList title="Cancelled" bookings={trips.docs} states={CANCELLED} />
      <More of={trips} />
    </>
  );
}

const byCheckIn = (one: Found<Booking>, other: Found<Booking>): number =>
  one.data().checkIn.localeCompare(other.data().checkIn);

const UPCOMING = ["requested", "held", "confirmed", "checked_in"] as const;
const PAST = ["completed", "no_show"] as const;
const CANCELLED = ["declined", "expired", "cancelled", "refunded"] as const;
