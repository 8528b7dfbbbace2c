import { ChevronLeft, ChevronRight } from "lucide";
import type { ComponentChildren } from "preact";
import { IconButton } from "../../core/ui/index.ts";
import { addMonths, daysOf, monthName, weekdayOf } from "../dates.ts";
import { isWithin, type Range } from "./range.ts";
import { useDayFocus } from "./useDayFocus.ts";

/** What a day of a calendar shows. */
export interface DayShown {
  /** What is read of it: "Tue 3 Mar, €96.00, 4 left". */
  said: string;
  /** Under its number. */
  note?: ComponentChildren;
  isOff: boolean;
}

interface MonthGridProps {
  month: string;
  /** The first month that can be looked at, and the last. */
  between: readonly [string, string];
  onMonth: (month: string) => void;
  range: Range;
  onPick: (date: string) => void;
  show: (date: string) => DayShown;
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A month in which days are chosen, by mouse, by touch, or by arrow keys and Page Up and Down. */
export function MonthGrid({ month, between, onMonth, range, onPick, show }: MonthGridProps) {
  const { grid, focusable, onKeyDown } = useDayFocus(month, between, range.from, onMonth);
  const [first, last] = between;
  return (
    <div class="month">
      <div class="row between">
        <IconButton
          label="Earlier month"
          icon={ChevronLeft}
          disabled={month <= first}
          onClick={() => onMonth(addMonths(month, -1))}
        />
        <p class="strong" aria-live="polite">
          {monthName(month)}
        </p>
        <IconButton
          label="Later month"
          icon={ChevronRight}
          disabled={month >= last}
          onClick={() => onMonth(addMonths(month, 1))}
        />
      </div>
      <table aria-label={monthName(month)} ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((date, weekday) =>
                date ? (
                  <td key={date}>
                    <Day
                      date={date}
                      shown={show(date)}
                      isChosen={isWithin(range, date)}
                      isFocusable={date === focusable}
                      onPick={onPick}
                    />
                  </td>
                ) : (
                  <td key={WEEKDAYS[weekday]} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayProps {
  date: string;
  shown: DayShown;
  isChosen: boolean;
  isFocusable: boolean;
  onPick: (date: string) => void;
}

function Day({ date, shown: { said, note, isOff }, isChosen, isFocusable, onPick }: DayProps) {
  return (
    <button
      type="button"
      class="day"
      data-date={date}
      tabIndex={isFocusable ? 0 : -1}
      aria-pressed={isChosen}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPick(date)}
    >
      <span class="hidden-label">{said}</span>
      <span class="number" aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      <span class="note" aria-hidden="true">
        {note}
      </span>
    </button>
  );
}

/** Seven days each; undefined where a week begins or ends in another month. */
function weeksOf(month: string): (string | undefined)[][] {
  const days = daysOf(month);
  const before = weekdayOf(`${month}-01`);
  const cells = [...Array.from({ length: before }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, weekday) => cells[week * 7 + weekday]),
  );
}
