import type { Product } from "kindling-client";
import { useState } from "preact/hooks";
import { Check, Form } from "../../../core/ui/index.ts";
import { useWrite } from "../write.ts";
import { ProductFields } from "./ProductFields.tsx";
import { type ProductText, saveProduct } from "./saving.ts";

/** Changes what is said of a product, and puts one on sale again. */
export function ProductForm({ productId, product }: { productId: string; product: Product }) {
  const [text, setText] = useState<ProductText>(product);
  const [active, setActive] = useState(true);
  const [isSaved, setSaved] = useState(false);
  const { problem, write } = useWrite();
  return (
    <section class="card">
      <h2>What is said of it</h2>
      <Form
        submit="Save"
        onSubmit={() => {
          write(saveProduct(productId, text, product.active || active));
          setSaved(true);
        }}
        isBusy={false}
        problem={problem}
        beside={
          <span role="status" class="muted">
            {isSaved && !problem && "Saved"}
          </span>
        }
      >
        <ProductFields
          text={text}
          onText={(changed) => {
            setText(changed);
            setSaved(false);
          }}
        />
        {!product.active && <Check label="Put on sale" checked={active} onChecked={setActive} />}
      </Form>
    </section>
  );
}
