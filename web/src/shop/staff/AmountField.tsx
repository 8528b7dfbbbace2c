import { TextField } from "../../core/ui/index.ts";
import { typedOf } from "./amount.ts";

interface AmountFieldProps {
  label: string;
  hint?: string;
  /** As it is typed: "12.90". */
  value: string;
  onValue: (value: string) => void;
  /** Minor units. */
  least?: number;
  most?: number;
}

/** A million: no price of the shop is higher. */
const MOST = 1_000_000_00;

/** A field for an amount of money. The browser says what is no such amount. */
export function AmountField({ least = 0, most = MOST, ...field }: AmountFieldProps) {
  return (
    <TextField
      {...field}
      type="number"
      inputmode="decimal"
      step="0.01"
      min={typedOf(least)}
      max={typedOf(most)}
      required
    />
  );
}
