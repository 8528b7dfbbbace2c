import { useEffect } from "preact/hooks";
import { Button } from "../../core/ui/index.ts";

export interface Saying {
  sentence: string;
  undo?: (() => void) | undefined;
  /** For readers of the screen alone: everybody else sees it happen. */
  isQuiet?: boolean;
}

/** So long it stays. What is done, and what is in the bin, can be taken back later as well. */
const PATIENCE = 12_000;

/** What was done last, and how to undo it. */
export function Said({ saying, onOver }: { saying: Saying | undefined; onOver: () => void }) {
  useEffect(() => {
    const timer = saying ? setTimeout(onOver, PATIENCE) : undefined;
    return () => clearTimeout(timer);
  }, [saying]);
  return (
    <div class={saying && !saying.isQuiet ? "said" : "hidden-label"} role="status">
      {saying?.sentence}
      {saying?.undo && (
        <Button
          isSmall
          onClick={() => {
            saying.undo?.();
            onOver();
            document.querySelector("h1")?.focus();
          }}
        >
          Undo
        </Button>
      )}
    </div>
  );
}
