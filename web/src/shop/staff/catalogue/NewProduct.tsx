import type { Variant } from "kindling-client";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction } from "../../../core/action.ts";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Form } from "../../../core/ui/index.ts";
import { amountOf } from "../amount.ts";
import { KEEPS_STOCK } from "../roles.ts";
import { PriceFields } from "./PriceFields.tsx";
import { ProductFields } from "./ProductFields.tsx";
import { SkuField } from "./SkuField.tsx";
import { createProduct, type ProductText } from "./saving.ts";
import "../staff.css";

/** A product that is new in the catalogue, with its first variant. */
export default function NewProduct() {
  return (
    <StaffPage
      title="New product"
      roles={KEEPS_STOCK}
      from={["Catalogue", "/staff/catalogue"]}
      lead="It goes on sale at once, sold out until you receive stock."
    >
      <NewProductForm />
    </StaffPage>
  );
}

function NewProductForm() {
  const { route } = useLocation();
  const [text, setText] = useState<ProductText>({ name: "", description: "", category: "" });
  const [ownId, setOwnId] = useState<string>();
  const [price, setPrice] = useState("");
  const [taxClass, setTaxClass] = useState<Variant["taxClass"]>("standard");
  const id = ownId ?? idOf(text.name);
  const make = useAction(async () => {
    await createProduct(id, text, { price: amountOf(price), taxClass });
    route(`/staff/catalogue/products/${id}`);
  });
  return (
    <section class="card">
      <Form submit="Create" onSubmit={() => make.run()} isBusy={make.isBusy} problem={make.problem}>
        <ProductFields text={text} onText={setText} />
        <SkuField label="Id and first SKU" value={id} onValue={setOwnId} />
        <PriceFields
          price={price}
          onPrice={setPrice}
          taxClass={taxClass}
          onTaxClass={setTaxClass}
        />
      </Form>
    </section>
  );
}

/** The id that a name suggests: "Crème brûlée dish" is "creme-brulee-dish". */
const idOf = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{Mark}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
