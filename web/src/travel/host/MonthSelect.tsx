import { Select } from "../../core/ui/index.ts";
import { addMonths, monthName } from "../dates.ts";

interface MonthSelectProps {
  month: string;
  from: string;
  /** How many can be chosen. */
  months: number;
  onMonth: (month: string) => void;
}

export function MonthSelect({ month, from, months, onMonth }: MonthSelectProps) {
  const options = Array.from({ length: months }, (_, index) => {
    const option = addMonths(from, index);
    return [option, monthName(option)] as const;
  });
  return <Select label="Month" isLabelHidden value={month} onValue={onMonth} options={options} />;
}
