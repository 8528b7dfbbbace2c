import { useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Refusal } from "../../core/ui/index.ts";
import { count, money, plainDate } from "../../core/words.ts";
import { type DayShown, MonthGrid } from "../calendar/MonthGrid.tsx";
import { picked, type Range } from "../calendar/range.ts";
import { addMonths, indexIn, monthOf, nightsOf, todayIn } from "../dates.ts";

interface CalendarProps {
  room: { propertyId: string; roomTypeId: string };
  /** So many must be left of a night. */
  rooms: number;
  timeZone: string;
  /** The first month without a calendar. */
  openUntil: string;
  range: Range;
  onRange: (range: Range) => void;
  /** Nights that whoever looks has already. */
  own?: readonly string[];
}

/** What can be had of a room, and what a night costs: a month is one document, and shown as it changes. */
export function Calendar(props: CalendarProps) {
  const { room, rooms, timeZone, openUntil, range, onRange, own = [] } = props;
  const today = todayIn(timeZone);
  const [month, setMonth] = useState(monthOf(range.from >= today ? range.from : today));
  const { propertyId, roomTypeId } = room;
  const {
    data: calendar,
    isLoading,
    problem,
  } = useDocument(travel.documents.availability(propertyId, roomTypeId, month));
  const nightOn = (date: string) =>
    monthOf(date) === month ? calendar?.nights[indexIn(date)] : undefined;
  const isFree = (date: string) =>
    own.includes(date) || monthOf(date) !== month || (nightOn(date)?.left ?? 0) >= rooms;
  const canLeave = (date: string) =>
    range.from !== "" &&
    range.until === "" &&
    date > range.from &&
    nightsOf(range.from, date).every(isFree);

  const show = (date: string): DayShown => {
    const name = plainDate(date);
    const night = nightOn(date);
    if (date < today) return { said: `${name}, over`, isOff: true };
    if (!night) return { said: name, isOff: true };
    if (isFree(date)) {
      const left = night.left <= 3 && !own.includes(date) ? `, ${night.left} left` : "";
      const shortest = night.minStay > 1 ? `, from ${count(night.minStay, "night")}` : "";
      const said = `${name}, ${money(night.price)}${left}${shortest}`;
      return { said, note: short(night.price), isOff: false };
    }
    if (canLeave(date)) {
      return { said: `${name}, not free, check-out only`, note: "leave", isOff: false };
    }
    return { said: `${name}, sold out or closed`, note: <s>{short(night.price)}</s>, isOff: true };
  };

  return (
    <div class="stack close" aria-busy={isLoading}>
      <MonthGrid
        month={month}
        between={[monthOf(today), addMonths(openUntil, -1)]}
        onMonth={setMonth}
        range={range}
        onPick={(date) =>
          onRange(canLeave(date) || isFree(date) ? pick(range, date, canLeave) : range)
        }
        show={show}
      />
      <Refusal problem={problem} />
      <p class="hint">
        Prices are for a night in one room. What is struck out is sold out or closed.
      </p>
      <p role="status">{prompt(range)}</p>
    </div>
  );
}

/** A day that is beyond a night that is not free begins anew. */
const pick = (range: Range, date: string, canLeave: (date: string) => boolean): Range =>
  canLeave(date) ? picked(range, date) : { from: date, until: "" };

/** A price as it fits below a day: "€96". */
const short = (price: number): string => money(price).replace(/[.,]00(?!\d)/, "");

function prompt({ from, until }: Range): string {
  if (!from) return "Choose the day of check-in.";
  if (!until) return `Check-in ${plainDate(from)}. Now choose the day of check-out.`;
  return `${plainDate(from)} to ${plainDate(until)}, ${count(nightsOf(from, until).length, "night")}.`;
}
