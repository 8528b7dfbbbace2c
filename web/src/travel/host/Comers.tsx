import { doc } from "firebase/firestore";
import type { BookingState } from "kindling-client";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Loading, Refusal } from "../../core/ui/index.ts";

/** From when a stay is confirmed until it is over its host sees who comes. */
const SHOWN: readonly BookingState[] = ["confirmed", "checked_in", "completed", "no_show"];

/** Who comes, how they are reached, and what they have written. */
export function Comers({ id, state }: { id: string; state: BookingState }) {
  const isShown = SHOWN.includes(state);
  const {
    data: list,
    isLoading,
    problem,
  } = useDocument(isShown ? doc(travel.documents.guestLists, id) : null);
  if (!isShown) return null;
  return (
    <section class="card">
      <h2>Who comes</h2>
      {isLoading && <Loading rows={2} />}
      <Refusal problem={problem} />
      {!isLoading && !problem && !list && (
        <p class="muted">The names are deleted some time after the stay.</p>
      )}
      {list && (
        <>
          <p>{list.guests.map(({ name }) => name).join(", ") || "They have not said yet."}</p>
          <p class="row">
            <a href={`mailto:${list.email}`}>{list.email}</a>
            {list.phone && <a href={`tel:${list.phone}`}>{list.phone}</a>}
          </p>
          {list.note && <p class="muted">“{list.note}”</p>}
        </>
      )}
    </section>
  );
}
