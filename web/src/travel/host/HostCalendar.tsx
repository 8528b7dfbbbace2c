import { useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Refusal } from "../../core/ui/index.ts";
import { count, money, plainDate } from "../../core/words.ts";
import { type DayShown, MonthGrid } from "../calendar/MonthGrid.tsx";
import { picked, type Range } from "../calendar/range.ts";
import { addMonths, indexIn, monthOf } from "../dates.ts";

interface HostCalendarProps {
  room: { propertyId: string; roomTypeId: string };
  today: string;
  /** The first month without a calendar. */
  openUntil: string;
  /** The first of the days that are chosen, and the last. */
  range: Range;
  onRange: (range: Range) => void;
}

/** What each day costs, and what of it is booked: a month is one document, and shown as it changes. */
export function HostCalendar({ room, today, openUntil, range, onRange }: HostCalendarProps) {
  const [month, setMonth] = useState(monthOf(today));
  const { propertyId, roomTypeId } = room;
  const {
    data: inventory,
    isLoading,
    problem,
  } = useDocument(travel.documents.inventory(propertyId, roomTypeId, month));
  const show = (date: string): DayShown => {
    const name = plainDate(date);
    const set = inventory?.days[indexIn(date)];
    if (date < today) return { said: `${name}, over`, isOff: true };
    if (!set) return { said: name, isOff: true };
    const { price, booked, capacity, closed, minStay } = set;
    const shortest = minStay > 1 ? `, from ${count(minStay, "night")}` : "";
    const said = closed ? "closed" : `${money(price)}${shortest}`;
    return {
      said: `${name}, ${said}, ${booked} of ${capacity} booked`,
      note: (
        <>
          {closed ? "closed" : money(price).replace(/[.,]00(?!\d)/, "")}
          <br />
          {booked}/{capacity}
        </>
      ),
      isOff: false,
    };
  };
  return (
    <section class="stack close" aria-busy={isLoading}>
      <h2>Calendar</h2>
      <MonthGrid
        month={month}
        between={[monthOf(today), addMonths(openUntil, -1)]}
        onMonth={setMonth}
        range={range}
        onPick={(date) => onRange(picked(range, date))}
        show={show}
      />
      <Refusal problem={problem} />
      <p class="hint">Under each day: its price, and how many of its rooms are booked.</p>
    </section>
  );
}
