import type { Repeat } from "kindling-client";
import { Check, Select, TextField } from "../../core/ui/index.ts";
import { weekdayName } from "./dueWords.ts";

const ONCE = "once";
const UNITS = [
  [ONCE, "Never"],
  ["day", "Daily"],
  ["week", "Weekly"],
  ["month", "Monthly"],
  ["year", "Yearly"],
] as const;
const APART = { day: "Days", week: "Weeks", month: "Months", year: "Years" } as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

const EACH_TIME: Omit<Repeat, "unit"> = {
  every: 1,
  weekdays: [],
  day: null,
  from: "due",
  until: null,
};

interface RepeatFieldsProps {
  repeat: Repeat | null;
  onRepeat: (repeat: Repeat | null) => void;
}

/** How a task comes again once it is done. */
export function RepeatFields({ repeat, onRepeat }: RepeatFieldsProps) {
  const choose = (chosen: string) => {
    const unit = UNITS.map(([one]) => one).find((one) => one === chosen);
    onRepeat(unit && unit !== ONCE ? { ...EACH_TIME, unit } : null);
  };
  const set = (changes: Partial<Repeat>) => repeat && onRepeat({ ...repeat, ...changes });
  return (
    <>
      <div class="pair">
        <Select label="Repeats" value={repeat?.unit ?? ONCE} onValue={choose} options={UNITS} />
        {repeat && (
          <TextField
            label={`${APART[repeat.unit]} apart`}
            type="number"
            min="1"
            max="365"
            required
            value={String(repeat.every || "")}
            onValue={(every) => set({ every: Number(every) })}
          />
        )}
      </div>
      {repeat?.unit === "week" && (
        <fieldset class="weekdays">
          <legend>On</legend>
          {WEEKDAYS.map((weekday) => (
            <Check
              key={weekday}
              label={weekdayName(weekday)}
              checked={repeat.weekdays.includes(weekday)}
              onChecked={(isOn) => {
                const others = repeat.weekdays.filter((one) => one !== weekday);
                set({ weekdays: isOn ? [...others, weekday].toSorted() : others });
              }}
            />
          ))}
        </fieldset>
      )}
      {repeat && (
        <div class="pair">
          <Select
            label="Counted from"
            value={repeat.from}
            onValue={(from) => set({ from: from === "done" ? "done" : "due" })}
            options={[
              ["due", "The day it was due"],
              ["done", "The day it was done"],
            ]}
          />
          <TextField
            label="Until"
            type="date"
            min="2000-01-01"
            max="2099-12-31"
            value={repeat.until ?? ""}
            onValue={(until) => set({ until: until || null })}
          />
        </div>
      )}
    </>
  );
}
