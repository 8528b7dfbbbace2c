import { doc } from "firebase/firestore";
import { MessageSquare } from "lucide";
import { useRoute } from "preact-iso";
import { shop } from "../../../core/backend.ts";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Empty, LivePages } from "../../../core/ui/index.ts";
import { day } from "../../../core/words.ts";
import { useStaffDocument } from "../Followed.tsx";
import { MINDS_ORDERS } from "../roles.ts";
import { RemoveReview } from "./RemoveReview.tsx";
import "../staff.css";

/** What buyers say of a product. */
export default function ReviewsOfProduct() {
  const { productId = "" } = useRoute().params;
  const product = useStaffDocument(doc(shop.documents.products, productId));
  return (
    <StaffPage
      title={product.data ? `Reviews of ${product.data.name}` : "Reviews"}
      roles={MINDS_ORDERS}
      from={["Reviews", "/staff/reviews"]}
    >
      <ReviewList key={productId} productId={productId} />
    </StaffPage>
  );
}

const PAGE_SIZE = 20;

function ReviewList({ productId }: { productId: string }) {
  const empty = (
    <Empty icon={MessageSquare} title="Nobody has reviewed it yet">
      <p>Who has received it may say what they think. It stands here then.</p>
    </Empty>
  );
  return (
    <LivePages
      of={shop.documents.reviewsOf(productId, PAGE_SIZE)}
      pageSize={PAGE_SIZE}
      empty={empty}
    >
      {(reviews) => (
        <ul class="lines">
          {reviews.map((review) => {
            const { rating, title, text, author, createdAt } = review.data();
            return (
              <li key={review.id}>
                <div class="what">
                  <p class="strong">
                    {rating} of 5 stars{title && `: ${title}`}
                  </p>
                  {text && <p class="staff-said">{text}</p>}
                  <p class="hint">
                    {author}, {day(createdAt)}
                  </p>
                </div>
                <div class="how">
                  <RemoveReview productId={productId} uid={review.id} author={author} />
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </LivePages>
  );
}
