import type { Task } from "kindling-client";
import { useOpenList } from "../list/openList.ts";
import { type Filter, labelsOf, passes } from "./filters.ts";

const NAMES = { all: "All", today: "Today", overdue: "Overdue", mine: "Mine" } as const;

interface FilterBarProps {
  tasks: readonly Task[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Which tasks are shown, and how many each choice has. */
export function FilterBar({ tasks, filter, onFilter }: FilterBarProps) {
  const { uid } = useOpenList();
  const choices: [Filter, string][] = [
    ["all", NAMES.all],
    ["today", NAMES.today],
    ["overdue", NAMES.overdue],
    ["mine", NAMES.mine],
    ...labelsOf(tasks).map((label): [Filter, string] => [`#${label}`, `#${label}`]),
  ];
  const countOf = (choice: Filter) => tasks.filter((task) => passes(task, choice, uid)).length;
  // What there is nothing of is no choice, but for the one that is on.
  const useful = choices.filter(([choice]) => choice === filter || countOf(choice) > 0);
  return (
    <fieldset class="filters">
      <legend class="hidden-label">Show</legend>
      {useful.map(([choice, name]) => (
        <button
          key={choice}
          type="button"
          class="button small"
          aria-pressed={choice === filter}
          onClick={() => onFilter(choice)}
        >
          {name}
          <span class="muted">{countOf(choice)}</span>
        </button>
      ))}
    </fieldset>
  );
}
