import type { Variant } from "kindling-client";
import { Select } from "../../../core/ui/index.ts";
import { AmountField } from "../AmountField.tsx";

type TaxClass = Variant["taxClass"];

const TAX_CLASSES: readonly (readonly [TaxClass, string])[] = [
  ["standard", "Standard"],
  ["reduced", "Reduced: food, books"],
];

interface PriceFieldsProps {
  /** As it is typed. */
  price: string;
  onPrice: (price: string) => void;
  taxClass: TaxClass;
  onTaxClass: (taxClass: TaxClass) => void;
}

/** What something costs, and how it is taxed. */
export function PriceFields({ price, onPrice, taxClass, onTaxClass }: PriceFieldsProps) {
  return (
    <div class="staff-fields">
      <AmountField
        label="Price in EUR"
        hint="Tax is added to it."
        value={price}
        onValue={onPrice}
      />
      <Select
        label="Tax"
        options={TAX_CLASSES}
        value={taxClass}
        onValue={(wanted) => onTaxClass(wanted === "reduced" ? "reduced" : "standard")}
      />
    </div>
  );
}
