import type { Property } from "kindling-client";
import { BedDouble } from "lucide";
import { travel } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { Empty, Loading, Refusal, Select } from "../../core/ui/index.ts";
import { upTo, type Wish } from "../wish.ts";
import { Calendar } from "./Calendar.tsx";
import { Offered } from "./Offered.tsx";
import { Rooms } from "./Rooms.tsx";

interface StayChooserProps {
  propertyId: string;
  property: Property;
  wish: Wish;
  onChange: (changed: Partial<Wish>) => void;
}

/** Which room, when, and how many: and what it costs then. */
export function StayChooser({ propertyId, property, wish, onChange }: StayChooserProps) {
  const { docs, isLoading, problem } = usePages(travel.documents.roomTypesOf(propertyId), 10);
  if (isLoading) return <Loading rows={3} what="Looking for its rooms" />;
  const room = docs.find(({ id }) => id === wish.roomTypeId) ?? docs[0];
  if (!room) {
    return (
      <>
        <Refusal problem={problem} />
        {!problem && <Empty icon={BedDouble} title="It has no rooms at the moment" />}
      </>
    );
  }
  const { capacity, sleeps, openUntil } = room.data();
  const chosen = { ...wish, roomTypeId: room.id };
  const { checkIn, checkOut, rooms, guests } = chosen;
  const mostRooms = Math.max(1, Math.min(9, capacity));
  return (
    <div class="split">
      <div class="stack">
        <Rooms docs={docs} chosen={room.id} onChoose={(roomTypeId) => onChange({ roomTypeId })} />
        <h2>When</h2>
        <Calendar
          key={room.id}
          room={{ propertyId, roomTypeId: room.id }}
          rooms={rooms}
          timeZone={property.timeZone}
          openUntil={openUntil}
          range={{ from: checkIn, until: checkOut }}
          onRange={({ from, until }) => onChange({ checkIn: from, checkOut: until })}
        />
      </div>
      <aside class="card" aria-label="Your stay">
        <h2>Your stay</h2>
        <div class="fields">
          <Select
            label="Guests"
            value={String(Math.min(guests, sleeps * mostRooms))}
            onValue={(number) => onChange({ guests: Number(number) })}
            options={upTo(sleeps * mostRooms)}
          />
          <Select
            label="Rooms"
            value={String(Math.min(rooms, mostRooms))}
            onValue={(number) => onChange({ rooms: Number(number) })}
            options={upTo(mostRooms)}
          />
        </div>
        <Offered propertyId={propertyId} property={property} wish={chosen} />
      </aside>
    </div>
  );
}
