import { limit, orderBy, query, where } from "firebase/firestore";
import { keywordsOf } from "kindling-client";
import { FileUp, LibraryBig, Plus } from "lucide";
import { useLocation } from "preact-iso";
import { shop } from "../../../core/backend.ts";
import { usePages } from "../../../core/pages.ts";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Badge, Empty, LinkButton, Loading, More, Refusal } from "../../../core/ui/index.ts";
import { money } from "../../../core/words.ts";
import { FindForm } from "../FindForm.tsx";
import { KEEPS_STOCK } from "../roles.ts";
import "../staff.css";

/** All products, on sale or off. */
export default function CatalogueList() {
  const actions = (
    <>
      <LinkButton href="/staff/catalogue/import" icon={FileUp}>
        Import a file
      </LinkButton>
      <LinkButton href="/staff/catalogue/new" look="primary" icon={Plus}>
        New product
      </LinkButton>
    </>
  );
  return (
    <StaffPage title="Catalogue" roles={KEEPS_STOCK} actions={actions}>
      <Products />
    </StaffPage>
  );
}

const PAGE_SIZE = 20;

function Products() {
  const { query: asked, route } = useLocation();
  const [word] = keywordsOf(asked.word ?? "");
  const which = word ? where("keywords", "array-contains", word) : orderBy("name");
  const products = usePages(query(shop.documents.products, which, limit(PAGE_SIZE)), PAGE_SIZE);
  return (
    <>
      <FindForm
        key={asked.word}
        label="A word of the product"
        begin={asked.word ?? ""}
        onFind={async (wanted) => route(`/staff/catalogue?word=${encodeURIComponent(wanted)}`)}
      />
      {word && (
        <p>
          <a href="/staff/catalogue">Show all products</a>
        </p>
      )}
      {products.isLoading && <Loading rows={5} />}
      <Refusal problem={products.problem} />
      {!products.isLoading && !products.problem && products.docs.length === 0 && (
        <Empty icon={LibraryBig} title="There is no such product">
          <p>Look for another word, or put it into the catalogue.</p>
        </Empty>
      )}
      <ul class="lines">
        {products.docs.map((product) => {
          const { name, category, active, priceFrom, currency } = product.data();
          return (
            <li key={product.id}>
              <div class="what">
                <a class="leads" href={`/staff/catalogue/products/${product.id}`}>
                  {name}
                </a>
                <p class="hint">{category}</p>
              </div>
              <div class="how">
                {!active && <Badge>Off sale</Badge>}
                <span class="price">from {money(priceFrom, currency)}</span>
              </div>
            </li>
          );
        })}
      </ul>
      <More of={products} />
    </>
  );
}
