import { doc } from "firebase/firestore";
import { Luggage } from "lucide";
import { useRoute } from "preact-iso";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Badge, Empty, Loading, Page, Refusal } from "../../core/ui/index.ts";
import { StayFacts } from "../booking/StayFacts.tsx";
import { Story } from "../booking/Story.tsx";
import { standingOf, stateBy } from "../standing.ts";
import "../travel.css";
import { Answer } from "./Answer.tsx";
import { CallOff } from "./CallOff.tsx";
import { Comers } from "./Comers.tsx";
import { Steps } from "./Steps.tsx";

export default function HostedStay() {
  return (
    <RequireUser why="A stay is shown to its host.">
      {({ uid }) => <Stay hostId={uid} />}
    </RequireUser>
  );
}

function Stay({ hostId }: { hostId: string }) {
  const { bookingId = "" } = useRoute().params;
  const {
    data: booking,
    isLoading,
    problem,
  } = useDocument(doc(travel.documents.bookings, bookingId));
  const isOwn = booking?.hostId === hostId;
  const state = booking && stateBy(booking, Date.now());
  const standing = state && standingOf(state);
  return (
    <Page
      title={booking?.reference ? `Stay ${booking.reference}` : "Stay"}
      from={["Hosting", "/travel/host"]}
      lead={booking && `${booking.roomName}, ${booking.propertyName}`}
      actions={standing && <Badge tone={standing.tone}>{standing.word}</Badge>}
    >
      {isLoading && <Loading rows={5} />}
      <Refusal problem={problem} />
      {!isLoading && !isOwn && <Empty icon={Luggage} title="This is no stay at a place of yours" />}
      {booking && isOwn && (
        <div class="split">
          <div class="stack">
            {state === "requested" && <Answer id={bookingId} name={booking.propertyName} />}
            <Steps id={bookingId} booking={booking} />
            <Comers id={bookingId} state={booking.state} />
            <Story booking={booking} />
            <CallOff id={bookingId} booking={booking} />
          </div>
          <StayFacts booking={booking} />
        </div>
      )}
    </Page>
  );
}
