import { doc } from "firebase/firestore";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { shop } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { useSession } from "../../core/session.tsx";
import { Button, Confirm } from "../../core/ui/index.ts";
import { ReviewCard } from "./ReviewCard.tsx";
import { ReviewForm } from "./ReviewForm.tsx";

/** What somebody who has bought the product says of it: to write, to change, to take back. */
export function OwnReview({ productId }: { productId: string }) {
  const { user } = useSession();
  const uid = user?.uid;
  const purchase = useDocument(uid ? doc(shop.documents.purchases(uid), productId) : null);
  const hasBought = purchase.data !== undefined;
  const own = useDocument(uid && hasBought ? doc(shop.documents.reviews(productId), uid) : null);
  const [isEditing, setEditing] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const remove = useAction(async () => uid && (await shop.review(productId, uid, null)));

  if (!uid || !hasBought || own.isLoading) return null;
  if (!own.data || isEditing) {
    return (
      <ReviewForm
        productId={productId}
        uid={uid}
        earlier={own.data}
        name={user.displayName ?? ""}
        onDone={() => setEditing(false)}
      />
    );
  }
  return (
    <>
      <ReviewCard review={own.data}>
        <div class="row">
          <span class="grow hint">This is your review.</span>
          <Button isSmall onClick={() => setEditing(true)}>
            Edit
          </Button>
          <Button isSmall look="danger" onClick={() => setRemoving(true)}>
            Delete
          </Button>
        </div>
      </ReviewCard>
      {isRemoving && (
        <Confirm
          title="Delete your review"
          confirm="Delete"
          action={remove}
          onClose={() => setRemoving(false)}
        >
          <p>Its stars leave the product's rating, too. You can write another one later.</p>
        </Confirm>
      )}
    </>
  );
}
