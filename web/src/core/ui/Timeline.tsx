import type { ComponentChildren } from "preact";

export interface Moment {
  key: string;
  title: string;
  /** When, as it is to be read. */
  at: string;
  detail?: ComponentChildren;
}

/** What happened, in order. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol class="timeline">
      {moments.map(({ key, title, at, detail }) => (
        <li key={key}>
          <p class="strong">{title}</p>
          <p class="hint">{at}</p>
          {detail}
        </li>
      ))}
    </ol>
  );
}
