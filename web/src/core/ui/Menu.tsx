import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

interface MenuProps {
  label: string;
  /** What the button shows. */
  button: ComponentChildren;
  /** Links and buttons. */
  children: ComponentChildren;
}

/** What can be done beside the main thing: behind a button. It closes once something is chosen. */
export function Menu({ label, button, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        menu.current?.querySelector("summary")?.focus();
      }}
      onClick={({ target }) => {
        if (!(target instanceof Element) || !target.closest(".entries > *")) return;
        // A dialog that opens gives the focus back to what had it: the button that stays.
        menu.current?.querySelector("summary")?.focus();
        close();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget && !menu.current?.contains(relatedTarget as Node)) close();
      }}
    >
      <summary aria-label={label} title={label}>
        {button}
      </summary>
      <div class="entries">{children}</div>
    </details>
  );
}
