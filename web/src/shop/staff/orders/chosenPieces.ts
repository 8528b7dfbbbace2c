import { useState } from "preact/hooks";
import { refusal } from "../refusal.ts";
import type { Pieces } from "./pieces.ts";

export interface ChosenPieces {
  /** As it is typed, by SKU. */
  typed: Readonly<Record<string, string>>;
  type: (sku: string, quantity: string) => void;
  /** What goes to the back end. Throws a `KindlingError` where nothing is chosen. */
  chosen: () => Pieces[];
}

/** How many pieces of each line are meant: as many as `begin` says, until somebody says otherwise. */
export function useChosenPieces(begin: readonly Pieces[]): ChosenPieces {
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(begin.map(({ sku, quantity }) => [sku, String(quantity)])),
  );
  return {
    typed,
    type: (sku, quantity) => setTyped((before) => ({ ...before, [sku]: quantity })),
    chosen: () => {
      const pieces = Object.entries(typed)
        .map(([sku, quantity]) => ({ sku, quantity: Number(quantity) }))
        .filter(({ quantity }) => quantity > 0);
      if (pieces.length > 0) return pieces;
      const sentence = "Nothing is chosen. Say of one line at least how many pieces it is.";
      throw refusal("invalid-argument", "nothing-chosen", sentence);
    },
  };
}
