import { doc } from "firebase/firestore";
import { PackageX } from "lucide";
import { useRoute } from "preact-iso";
import { shop } from "../core/backend.ts";
import { useDocument } from "../core/live.ts";
import { Empty, LinkButton, Loading, Page, Refusal } from "../core/ui/index.ts";
import { CartLink } from "./cart/CartLink.tsx";
import { categoryOf } from "./catalogue/categories.ts";
import { pathOf } from "./catalogue/wish.ts";
import { Picture } from "./Picture.tsx";
import { Buy } from "./product/Buy.tsx";
import { OwnReview } from "./product/OwnReview.tsx";
import { Reviews } from "./product/Reviews.tsx";
import { Stars } from "./Stars.tsx";
import "./shop.css";
import "./product/product.css";

/** A product: what it is, what there is of it, and what buyers say. */
export default function Product() {
  const { productId = "" } = useRoute().params;
  const {
    data: product,
    isLoading,
    problem,
  } = useDocument(doc(shop.documents.products, productId));
  const isGone = problem?.code === "permission-denied" || (!product && !isLoading && !problem);
  return (
    <Page title={product?.name ?? "Product"} from={["Shop", "/shop"]} actions={<CartLink />}>
      {isLoading && <Loading rows={5} what="Fetching it from the shelf" />}
      {isGone && (
        <Empty icon={PackageX} title="This is not for sale any more">
          <LinkButton href="/shop">See what is</LinkButton>
        </Empty>
      )}
      {!isGone && <Refusal problem={problem} />}
      {product && (
        <>
          <div class="product">
            <Picture of={productId} category={product.category} />
            <div class="stack">
              <div class="row">
                <a href={pathOf({ words: "", category: product.category, from: "", to: "" })}>
                  {categoryOf(product.category).title}
                </a>
                <Stars rating={product.rating} />
              </div>
              <p>{product.description}</p>
              <Buy productId={productId} product={product} />
            </div>
          </div>
          <section class="stack" aria-labelledby="reviews">
            <h2 id="reviews">What buyers say</h2>
            <OwnReview productId={productId} />
            <Reviews productId={productId} />
          </section>
        </>
      )}
    </Page>
  );
}
