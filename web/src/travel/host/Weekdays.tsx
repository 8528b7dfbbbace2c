import { Check } from "../../core/ui/index.ts";

/** Monday is 1. */
const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

interface WeekdaysProps {
  chosen: readonly number[];
  onChosen: (weekdays: readonly number[]) => void;
}

/** Which days of the week are meant; one at least. */
export function Weekdays({ chosen, onChosen }: WeekdaysProps) {
  return (
    <fieldset class="choices weekdays">
      <legend>On</legend>
      {NAMES.map((name, index) => {
        const weekday = index + 1;
        const isChosen = chosen.includes(weekday);
        return (
          <Check
            key={name}
            label={name}
            checked={isChosen}
            disabled={isChosen && chosen.length === 1}
            onChecked={(checked) =>
              onChosen(checked ? [...chosen, weekday] : chosen.filter((other) => other !== weekday))
            }
          />
        );
      })}
    </fieldset>
  );
}
