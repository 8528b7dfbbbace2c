import { occupancyOf } from "kindling-client";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { BarChart, Loading, Refusal } from "../../core/ui/index.ts";
import { count, plainDate } from "../../core/words.ts";
import { daysOf, monthName } from "../dates.ts";

interface OccupancyProps {
  room: { propertyId: string; roomTypeId: string };
  month: string;
}

/** How full the rooms of a type are on each night of a month: one read. */
export function Occupancy({ room, month }: OccupancyProps) {
  const { propertyId, roomTypeId } = room;
  const {
    data: inventory,
    isLoading,
    problem,
  } = useDocument(travel.documents.inventory(propertyId, roomTypeId, month));
  if (isLoading) return <Loading rows={2} what="Counting nights" />;
  if (!inventory) {
    // Of a month without a calendar there is nothing to read: the rules can't say whose it is.
    return problem && problem.code !== "permission-denied" ? (
      <Refusal problem={problem} />
    ) : (
      <p class="muted">{monthName(month)} has no calendar.</p>
    );
  }
  const { booked, nights } = occupancyOf(inventory);
  const percent = nights === 0 ? 0 : Math.round((100 * booked) / nights);
  const bars = daysOf(month).map((date, index) => {
    const value = inventory.days[index]?.booked ?? 0;
    return { label: plainDate(date), value, said: `${count(value, "room")} booked` };
  });
  return (
    <>
      <p>
        <span class="strong">{percent} %</span> of {count(nights, "night")} booked
      </p>
      <BarChart title={`Rooms booked, ${monthName(month)}`} bars={bars} />
    </>
  );
}
