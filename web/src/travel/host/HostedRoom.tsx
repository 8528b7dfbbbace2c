import { doc } from "firebase/firestore";
import { BedDouble } from "lucide";
import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Empty, Loading, Page, Refusal } from "../../core/ui/index.ts";
import type { Range } from "../calendar/range.ts";
import { todayIn } from "../dates.ts";
import "../travel.css";
import { EditRoom } from "./EditRoom.tsx";
import { HostCalendar } from "./HostCalendar.tsx";
import { SetDays } from "./SetDays.tsx";

export default function HostedRoom() {
  return (
    <RequireUser why="A room is looked after by its host.">
      {({ uid }) => <OwnRoom hostId={uid} />}
    </RequireUser>
  );
}

function OwnRoom({ hostId }: { hostId: string }) {
  const { propertyId = "", roomTypeId = "" } = useRoute().params;
  const [range, setRange] = useState<Range>({ from: "", until: "" });
  const { data: property } = useDocument(doc(travel.documents.properties, propertyId));
  const {
    data: roomType,
    isLoading,
    problem,
  } = useDocument(doc(travel.documents.roomTypes(propertyId), roomTypeId));
  const room = { propertyId, roomTypeId };
  const isOwn = roomType?.hostId === hostId;
  return (
    <Page
      title={roomType?.name ?? "Room"}
      from={[property?.name ?? "Your place", `/travel/host/places/${propertyId}`]}
      lead="Choose days in the calendar, then set what they cost and whether they are open."
    >
      {isLoading && <Loading rows={5} />}
      <Refusal problem={problem} />
      {!isLoading && !isOwn && <Empty icon={BedDouble} title="This is no room of yours" />}
      {roomType && property && isOwn && (
        <>
          <div class="split">
            <HostCalendar
              room={room}
              today={todayIn(property.timeZone)}
              openUntil={roomType.openUntil}
              range={range}
              onRange={setRange}
            />
            <SetDays key={`${range.from} ${range.until}`} room={room} range={range} />
          </div>
          <EditRoom room={room} roomType={roomType} />
        </>
      )}
    </Page>
  );
}
