import { SearchX } from "lucide";
import { useLocation } from "preact-iso";
import { shop } from "../core/backend.ts";
import { usePages } from "../core/pages.ts";
import { Empty, More, Page, Refusal } from "../core/ui/index.ts";
import { count } from "../core/words.ts";
import { CartLink } from "./cart/CartLink.tsx";
import { CategoryLinks } from "./catalogue/CategoryLinks.tsx";
import { CardsToCome, ProductCard } from "./catalogue/ProductCard.tsx";
import { SearchForm } from "./catalogue/SearchForm.tsx";
import { filterOf, isMeant, pathOf, type Wish, wishOf } from "./catalogue/wish.ts";
import "./shop.css";
import "./catalogue/catalogue.css";

const PAGE_SIZE = 12;

/** What there is to buy. What is looked for stands in the address, so it can be gone back to and shared. */
export default function Catalogue() {
  const wish = wishOf(useLocation().query);
  return (
    <Page
      title="Shop"
      lead="For the kitchen, the table and the hours around them. Prices are without tax and shipping."
      actions={<CartLink />}
    >
      <SearchForm wish={wish} />
      <CategoryLinks wish={wish} />
      <Shelf wish={wish} />
    </Page>
  );
}

function Shelf({ wish }: { wish: Wish }) {
  const query = shop.documents.catalogue({ ...filterOf(wish), pageSize: PAGE_SIZE });
  const products = usePages(query, PAGE_SIZE);
  const found = products.docs.filter((product) => isMeant(product.data(), wish));
  if (products.isLoading) return <CardsToCome number={PAGE_SIZE} />;
  if (products.problem && found.length === 0) return <Refusal problem={products.problem} />;
  return (
    <section class="stack" aria-label="Products">
      <p class="row between hint" role="status">
        {said(found.length, products.hasMore)}
        {pathOf(wish) !== "/shop" && <a href="/shop">Show everything</a>}
      </p>
      <ul class="shelf">
        {found.map((product) => (
          <ProductCard key={product.id} id={product.id} product={product.data()} />
        ))}
      </ul>
      {found.length === 0 && !products.hasMore && (
        <Empty icon={SearchX} title="Nothing on our shelves is like that">
          <p>Try another word, a wider range of prices, or another category.</p>
        </Empty>
      )}
      <Refusal problem={products.problem} />
      <More of={products} />
    </section>
  );
}

const said = (number: number, hasMore: boolean): string =>
  number === 0 && !hasMore
    ? "No products"
    : `${count(number, "product")}${hasMore ? " so far" : ""}, the cheapest first`;
