import type { Booking } from "kindling-client";
import { useState } from "preact/hooks";
import type { Range } from "../calendar/range.ts";
import { addMonths, monthOf, todayIn } from "../dates.ts";
import { Calendar } from "../place/Calendar.tsx";
import { ChangePrice } from "./ChangePrice.tsx";

/** The calendar goes so many months ahead. */
const MONTHS_AHEAD = 12;

interface OtherDatesProps {
  id: string;
  booking: Booking;
  onDone: () => void;
}

/** Chooses other days for a stay, and says what they cost more or less. */
export function OtherDates({ id, booking, onDone }: OtherDatesProps) {
  const { propertyId, roomTypeId, rooms, timeZone, checkIn, checkOut, nights } = booking;
  const [range, setRange] = useState<Range>({ from: checkIn, until: checkOut });
  const isOther = range.until !== "" && (range.from !== checkIn || range.until !== checkOut);
  return (
    <>
      <Calendar
        room={{ propertyId, roomTypeId }}
        rooms={rooms}
        timeZone={timeZone}
        openUntil={addMonths(monthOf(todayIn(timeZone)), MONTHS_AHEAD)}
        range={range}
        onRange={setRange}
        own={nights.map(({ date }) => date)}
      />
      {isOther && (
        <ChangePrice
          key={`${range.from} ${range.until}`}
          stay={{ bookingId: id, checkIn: range.from, checkOut: range.until }}
          onDone={onDone}
        />
      )}
    </>
  );
}
