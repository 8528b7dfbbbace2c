import type { ComponentChildren } from "preact";
import { Icon, type IconNode } from "./Icon.tsx";

/** Where something will stand in a moment: `rows` of it. */
export function Loading({ rows = 3, what = "Loading" }: { rows?: number; what?: string }) {
  return (
    <div class="loading" role="status">
      <span class="hidden-label">{what} …</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton" />
      ))}
    </div>
  );
}

/** There is nothing here: why, and what to do about it. */
export function Empty({
  icon,
  title,
  children,
}: {
  icon: IconNode;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <Icon of={icon} size={40} />
      <p class="strong">{title}</p>
      {children}
    </div>
  );
}
