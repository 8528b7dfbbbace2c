import { doc, limit, query, where } from "firebase/firestore";
import type { Product } from "kindling-client";
import { useRoute } from "preact-iso";
import { shop } from "../../../core/backend.ts";
import { useQuery } from "../../../core/live.ts";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Badge, Loading, Refusal } from "../../../core/ui/index.ts";
import { Followed, useStaffDocument } from "../Followed.tsx";
import { KEEPS_STOCK } from "../roles.ts";
import { ProductForm } from "./ProductForm.tsx";
import { MOST_VARIANTS } from "./prices.ts";
import { RetireButton } from "./RetireButton.tsx";
import { Variants } from "./Variants.tsx";
import "../staff.css";

/** A product and its variants, as staff change them. */
export default function ProductPage() {
  const { productId = "" } = useRoute().params;
  const product = useStaffDocument(doc(shop.documents.products, productId));
  return (
    <StaffPage
      title={product.data?.name ?? "Product"}
      roles={KEEPS_STOCK}
      from={["Catalogue", "/staff/catalogue"]}
      actions={
        product.data?.active && <RetireButton productId={productId} name={product.data.name} />
      }
    >
      <Followed
        of={product}
        missing="There is no such product"
        instead={<p>Look for it in the catalogue, or put it there.</p>}
      >
        {(data) => <ProductView key={productId} productId={productId} product={data} />}
      </Followed>
    </StaffPage>
  );
}

function ProductView({ productId, product }: { productId: string; product: Product }) {
  const variants = useQuery(
    query(shop.documents.variants, where("productId", "==", productId), limit(MOST_VARIANTS)),
  );
  return (
    <>
      <p class="row">
        <Badge tone={product.active ? "good" : "plain"}>
          {product.active ? "On sale" : "Off sale"}
        </Badge>
        <code>{productId}</code>
        {product.active && <a href={`/shop/products/${productId}`}>As customers see it</a>}
      </p>
      <Refusal problem={variants.problem} />
      {variants.isLoading && <Loading />}
      {!variants.isLoading && !variants.problem && (
        <Variants productId={productId} product={product} variants={variants.docs} />
      )}
      <ProductForm productId={productId} product={product} />
    </>
  );
}
