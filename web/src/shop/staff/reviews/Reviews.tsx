import { MessageSquareOff } from "lucide";
import { useLocation } from "preact-iso";
import { shop } from "../../../core/backend.ts";
import { usePages } from "../../../core/pages.ts";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Empty, Loading, More, Refusal } from "../../../core/ui/index.ts";
import { count } from "../../../core/words.ts";
import { FindForm } from "../FindForm.tsx";
import { MINDS_ORDERS } from "../roles.ts";
import "../staff.css";

/** Of which product one wants to see what buyers say. */
export default function Reviews() {
  return (
    <StaffPage
      title="Reviews"
      roles={MINDS_ORDERS}
      lead="Find the product, and take down what breaks the law or offends."
    >
      <Products />
    </StaffPage>
  );
}

const PAGE_SIZE = 20;

function Products() {
  const { query, route } = useLocation();
  const keyword = query.word ? { keyword: query.word } : {};
  const found = shop.documents.catalogue({ ...keyword, pageSize: PAGE_SIZE });
  const products = usePages(found, PAGE_SIZE);
  return (
    <>
      <FindForm
        key={query.word}
        label="A word of the product"
        begin={query.word ?? ""}
        onFind={async (wanted) => route(`/staff/reviews?word=${encodeURIComponent(wanted)}`)}
      />
      {products.isLoading && <Loading rows={5} />}
      <Refusal problem={products.problem} />
      {!products.isLoading && !products.problem && products.docs.length === 0 && (
        <Empty icon={MessageSquareOff} title="There is no such product on sale">
          <p>Look for another word.</p>
        </Empty>
      )}
      <ul class="lines">
        {products.docs.map((product) => {
          const { name, rating } = product.data();
          return (
            <li key={product.id}>
              <a class="leads" href={`/staff/reviews/${product.id}`}>
                {name}
              </a>
              <span class="hint how">{count(rating.count, "review")}</span>
            </li>
          );
        })}
      </ul>
      <More of={products} />
    </>
  );
}
