import type { Product, Variant } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../../core/action.ts";
import type { Found } from "../../../core/live.ts";
import { Check, Dialog, Form, TextField } from "../../../core/ui/index.ts";
import { amountOf, typedOf } from "../amount.ts";
import { PriceFields } from "./PriceFields.tsx";
import { priceFromWith } from "./prices.ts";
import { SkuField } from "./SkuField.tsx";
import { createVariant, saveVariant } from "./saving.ts";

interface VariantDialogProps {
  productId: string;
  product: Product;
  /** All of the product. */
  variants: readonly Found<Variant>[];
  /** That is changed; without, it is a new one. */
  variant: Found<Variant> | undefined;
  /** Takes what nobody waits for. */
  write: (writing: Promise<void>) => void;
  onClose: () => void;
}

/** The terms of a variant, of one that is there or of a new one. */
export function VariantDialog(props: VariantDialogProps) {
  const { productId, product, variants, variant, write, onClose } = props;
  const before = variant?.data();
  const [sku, setSku] = useState(variant?.id ?? `${productId}-`);
  const [name, setName] = useState(before?.name ?? `${product.name}, `);
  const [price, setPrice] = useState(typedOf(before?.price ?? product.priceFrom));
  const [taxClass, setTaxClass] = useState(before?.taxClass ?? "standard");
  const [active, setActive] = useState(before?.active ?? product.active);
  const save = useAction(async () => {
    const terms = { name, price: amountOf(price), taxClass, active };
    const priceFrom = priceFromWith(product, variants, sku, terms);
    if (variant) write(saveVariant(sku, terms, productId, priceFrom));
    else await createVariant(sku, terms, productId, priceFrom);
    onClose();
  });
  return (
    <Dialog title={before?.name ?? "New variant"} onClose={onClose}>
      <Form
        submit={variant ? "Save" : "Create"}
        onSubmit={() => save.run()}
        isBusy={save.isBusy}
        problem={save.problem}
      >
        {!variant && <SkuField label="SKU" value={sku} onValue={setSku} />}
        <TextField
          label="Name, as it stands on orders"
          required
          maxlength={160}
          value={name}
          onValue={setName}
        />
        <PriceFields
          price={price}
          onPrice={setPrice}
          taxClass={taxClass}
          onTaxClass={setTaxClass}
        />
        <Check
          label={product.active ? "On sale" : "On sale (put the product on sale first)"}
          disabled={!product.active}
          checked={active}
          onChecked={setActive}
        />
      </Form>
    </Dialog>
  );
}
