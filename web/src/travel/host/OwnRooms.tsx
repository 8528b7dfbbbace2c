import { BedDouble } from "lucide";
import { useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { Empty, LinkButton, Loading, Refusal } from "../../core/ui/index.ts";
import { count, money } from "../../core/words.ts";
import { monthOf, todayIn } from "../dates.ts";
import { MonthSelect } from "./MonthSelect.tsx";
import { Occupancy } from "./Occupancy.tsx";

/** What the back end allows of a place. */
const MAX_ROOM_TYPES = 10;

interface OwnRoomsProps {
  hostId: string;
  propertyId: string;
  timeZone: string;
}

/** The room types of a place, with how full they are in a month. */
export function OwnRooms({ hostId, propertyId, timeZone }: OwnRoomsProps) {
  const thisMonth = monthOf(todayIn(timeZone));
  const [month, setMonth] = useState(thisMonth);
  const { docs, isLoading, problem } = usePages(
    travel.documents.roomTypesBy(hostId, propertyId),
    MAX_ROOM_TYPES,
  );
  const newRoom = `/travel/host/places/${propertyId}/rooms/new`;
  return (
    <section class="stack">
      <div class="row between">
        <h2>Rooms</h2>
        <div class="row">
          {docs.length > 0 && (
            <MonthSelect month={month} from={thisMonth} months={13} onMonth={setMonth} />
          )}
          {docs.length < MAX_ROOM_TYPES && <LinkButton href={newRoom}>Add a room type</LinkButton>}
        </div>
      </div>
      {isLoading && <Loading rows={2} />}
      <Refusal problem={problem} />
      {!isLoading && !problem && docs.length === 0 && (
        <Empty icon={BedDouble} title="It has no rooms yet">
          <p>Rooms that are alike are one type, with a calendar of a year.</p>
        </Empty>
      )}
      <ul class="tiles wide-tiles">
        {docs.map((found) => {
          const { name, capacity, sleeps, price } = found.data();
          return (
            <li key={found.id} class="card">
              <h3>{name}</h3>
              <p class="muted">
                {count(capacity, "room")} for {sleeps}, usually {money(price)} a night
              </p>
              <Occupancy room={{ propertyId, roomTypeId: found.id }} month={month} />
              <p>
                <LinkButton isSmall href={`/travel/host/places/${propertyId}/rooms/${found.id}`}>
                  Calendar and prices
                </LinkButton>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
