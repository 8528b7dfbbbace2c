import type { ComponentChildren } from "preact";

/** Something to know. `good` and `plain` are read out when there is time. */
export function Notice({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "good" | "warn" | "bad";
  children: ComponentChildren;
}) {
  return (
    <div class={`notice ${tone}`} role="status">
      <div>{children}</div>
    </div>
  );
}
