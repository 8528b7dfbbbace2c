import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * Where a row goes in which the keyboard is (it is done, or somebody else has put it into the bin), the
 * keyboard goes on at the next row, and not at the top of the page.
 */
export function useKeepFocus(row: RefObject<HTMLElement | null>): void {
  useLayoutEffect(
    () => () => {
      const gone = row.current;
      if (!gone?.contains(document.activeElement)) return;
      const beside = gone.nextElementSibling ?? gone.previousElementSibling;
      const next = beside?.querySelector<HTMLElement>("input[type=checkbox]");
      (next ?? document.querySelector<HTMLElement>("h1"))?.focus();
    },
    [],
  );
}
