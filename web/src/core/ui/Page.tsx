import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface PageProps {
  title: string;
  /** Beside the title. */
  actions?: ComponentChildren;
  /** Under the title. */
  lead?: ComponentChildren;
  /** `narrow` is for forms. */
  width?: "narrow" | "wide";
  /** What leads here: `[title, path]`. */
  from?: readonly [string, string];
  children: ComponentChildren;
}

/** What stands between the header and the footer. Who comes here by a link goes on reading at its title. */
export function Page({ title, actions, lead, width, from, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Kindling`;
  }, [title]);
  useEffect(() => {
    if (history.state?.isFirst !== true) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={`page ${width ?? "wide"}`}>
      {from && (
        <nav class="from" aria-label="Back">
          <a href={from[1]}>← {from[0]}</a>
        </nav>
      )}
      <div class="title">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div class="row">{actions}</div>}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  );
}
