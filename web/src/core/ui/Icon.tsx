import type { IconNode } from "lucide";
import { h } from "preact";

export type { IconNode };

/** A picture beside words: readers of the screen hear the words alone. */
export function Icon({ of: nodes, size = 20 }: { of: IconNode; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {nodes.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
