import { useEffect, useRef, useState } from "preact/hooks";
import { addDays, addMonths, monthOf } from "../dates.ts";

const STEPS: Record<string, (date: string) => string> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  PageUp: (date) => `${addMonths(monthOf(date), -1)}-01`,
  PageDown: (date) => `${addMonths(monthOf(date), 1)}-01`,
};

/** One day of a month takes the Tab key; from it the keys go to the others, and into the months beside it. */
export function useDayFocus(
  month: string,
  [first, last]: readonly [string, string],
  chosen: string,
  onMonth: (month: string) => void,
) {
  const grid = useRef<HTMLTableElement>(null);
  const [reached, setReached] = useState("");
  /** A day of a month that is not shown yet. */
  const awaited = useRef("");
  const focus = (date: string) =>
    grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  useEffect(() => {
    if (monthOf(awaited.current) === month) focus(awaited.current);
    awaited.current = "";
  }, [month]);
  return {
    grid,
    focusable: [reached, chosen].find((date) => monthOf(date) === month) ?? `${month}-01`,
    onKeyDown(event: KeyboardEvent) {
      const { date } = (event.target as HTMLElement).dataset;
      const next = date && STEPS[event.key]?.(date);
      if (!next) return;
      event.preventDefault();
      const into = monthOf(next);
      if (into < first || into > last) return;
      setReached(next);
      if (into === month) return focus(next);
      awaited.current = next;
      onMonth(into);
    },
  };
}
