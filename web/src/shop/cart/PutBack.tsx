import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../core/ui/index.ts";

interface Line {
  sku: string;
  quantity: number;
  name: string;
}

export interface TakenOut {
  last: Line | undefined;
  take: (sku: string, quantity: number, name: string) => void;
  putBack: () => void;
}

/** Takes lines out of a cart, and remembers the last one. */
export function useTakenOut(setQuantity: (sku: string, quantity: number) => void): TakenOut {
  const [last, setLast] = useState<Line>();
  return {
    last,
    take(sku, quantity, name) {
      setQuantity(sku, 0);
      setLast({ sku, quantity, name });
    },
    putBack() {
      if (last) setQuantity(last.sku, last.quantity);
      setLast(undefined);
    },
  };
}

/** Says what has been taken out; the keyboard goes on here, since its button is gone with the line. */
export function PutBack({ of: { last, putBack } }: { of: TakenOut }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last) place.current?.querySelector("button")?.focus();
  }, [last]);
  return (
    <div ref={place} class="put-back" role="status">
      {last && (
        <p class="notice row between">
          {last.name} is out of your cart.
          <Button isSmall onClick={putBack}>
            Put it back
          </Button>
        </p>
      )}
    </div>
  );
}
