import { Minus, Plus } from "lucide";
import { useState } from "preact/hooks";
import { IconButton, TextField } from "../core/ui/index.ts";
import { MAX_QUANTITY } from "./cart/cart.ts";

interface QuantityProps {
  /** Of what: "Quantity of Morning Blend". */
  label: string;
  quantity: number;
  onQuantity: (quantity: number) => void;
}

/** How many, by buttons or typed in: 1 to 99. */
export function Quantity({ label, quantity, onQuantity }: QuantityProps) {
  // Between two numbers it may be empty.
  const [typed, setTyped] = useState<string>();
  const change = (wanted: number) => {
    if (Number.isInteger(wanted) && wanted >= 1) onQuantity(Math.min(wanted, MAX_QUANTITY));
  };
  return (
    <div class="quantity">
      <IconButton icon={Minus} label={`${label}: one less`} onClick={() => change(quantity - 1)} />
      <TextField
        label={label}
        isLabelHidden
        type="number"
        inputmode="numeric"
        min="1"
        max={`${MAX_QUANTITY}`}
        value={typed ?? `${quantity}`}
        onValue={(text) => {
          setTyped(text);
          change(Number(text));
        }}
        onBlur={() => setTyped(undefined)}
      />
      <IconButton icon={Plus} label={`${label}: one more`} onClick={() => change(quantity + 1)} />
    </div>
  );
}
