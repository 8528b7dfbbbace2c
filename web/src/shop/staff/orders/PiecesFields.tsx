import type { Order } from "kindling-client";
import { count } from "../../../core/words.ts";
import { WholeField } from "../WholeField.tsx";
import type { ChosenPieces } from "./chosenPieces.ts";
import { nameIn, type Pieces } from "./pieces.ts";

interface PiecesFieldsProps {
  legend: string;
  order: Order;
  /** How many of each there can be. */
  most: readonly Pieces[];
  pieces: ChosenPieces;
}

/** How many pieces of each line. */
export function PiecesFields({ legend, order, most, pieces }: PiecesFieldsProps) {
  return (
    <fieldset class="staff-pieces">
      <legend class="strong">{legend}</legend>
      {most.map(({ sku, quantity }) => (
        <WholeField
          key={sku}
          label={nameIn(order, sku)}
          hint={`${count(quantity, "piece")} at most.`}
          least={0}
          most={quantity}
          value={pieces.typed[sku] ?? "0"}
          onValue={(typed) => pieces.type(sku, typed)}
        />
      ))}
    </fieldset>
  );
}
