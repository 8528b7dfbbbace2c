import { doc } from "firebase/firestore";
import type { Booking } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Button, Confirm, Loading } from "../../core/ui/index.ts";
import { Stars } from "../Stars.tsx";
import { ReviewForm } from "./ReviewForm.tsx";

/** What who has stayed says of it: once, and it may be said again or taken back. */
export function Review({ id, booking: { propertyId } }: { id: string; booking: Booking }) {
  const { data: review, isLoading } = useDocument(
    doc(travel.documents.stayReviews(propertyId), id),
  );
  const [isEditing, setEditing] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const withdraw = useAction(() => travel.call.withdrawReview({ propertyId, bookingId: id }));
  if (isLoading) return <Loading rows={3} />;
  if (!review || isEditing) {
    return (
      <section class="card">
        <h2>How was it?</h2>
        <ReviewForm id={id} review={review} onDone={() => setEditing(false)} />
      </section>
    );
  }
  return (
    <section class="card">
      <h2>What you say of it</h2>
      <Stars rating={review.rating} />
      {review.title && <h3>{review.title}</h3>}
      {review.text && <p>{review.text}</p>}
      <p class="hint">Shown as by {review.author}.</p>
      <p class="row">
        <Button isSmall onClick={() => setEditing(true)}>
          Change
        </Button>
        <Button isSmall look="danger" onClick={() => setLeaving(true)}>
          Take back
        </Button>
      </p>
      {isLeaving && (
        <Confirm
          title="Take the review back"
          confirm="Take back"
          action={withdraw}
          onClose={() => setLeaving(false)}
        >
          <p>It is deleted, and its stars no longer count. You can write another.</p>
        </Confirm>
      )}
    </section>
  );
}
