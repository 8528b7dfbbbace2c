import { Select } from "../../../core/ui/index.ts";
import { AmountField } from "../AmountField.tsx";
import type { TypedCoupon } from "./NewCouponDialog.tsx";

export interface CouponFieldsProps {
  typed: TypedCoupon;
  onChange: (changes: Partial<TypedCoupon>) => void;
}

/** How much less there is to pay. */
export function WorthFields({ typed: { kind, value, minimum }, onChange }: CouponFieldsProps) {
  return (
    <>
      <div class="staff-fields">
        <Select
          label="What it takes off"
          options={[
            ["percent", "Part of the goods"],
            ["fixed", "An amount"],
          ]}
          value={kind}
          onValue={(wanted) => onChange({ kind: wanted === "fixed" ? "fixed" : "percent" })}
        />
        <AmountField
          label={kind === "percent" ? "Per cent" : "Amount in EUR"}
          least={1}
          {...(kind === "percent" && { most: 100_00 })}
          value={value}
          onValue={(changed) => onChange({ value: changed })}
        />
      </div>
      <AmountField
        label="Goods worth at least, in EUR"
        value={minimum}
        onValue={(changed) => onChange({ minimum: changed })}
      />
    </>
  );
}
