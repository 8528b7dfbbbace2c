import { travel } from "../../core/backend.ts";
import { useQuery } from "../../core/live.ts";
import { Loading, Refusal } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import { stateBy } from "../standing.ts";
import { Answer } from "./Answer.tsx";
import { StayRow } from "./StayRow.tsx";

/** Who asks whether they may come, the longest waiting first. Comes by itself. */
export function Requests({ hostId }: { hostId: string }) {
  const { docs, isLoading, problem } = useQuery(travel.documents.requestsTo(hostId));
  const waiting = docs.filter((found) => stateBy(found.data(), Date.now()) === "requested");
  return (
    <section class="card">
      <h2>Requests</h2>
      {isLoading && <Loading rows={2} what="Looking for requests" />}
      <Refusal problem={problem} />
      {!isLoading && !problem && waiting.length === 0 && (
        <p class="muted">
          Nobody waits for an answer. Places on request ask you here, and by mail.
        </p>
      )}
      <ul class="lines">
        {waiting.map((found) => {
          const booking = found.data();
          return (
            <StayRow key={found.id} id={found.id} booking={booking}>
              {booking.closeAt && <p class="hint">Answer by {time(booking.closeAt)}.</p>}
              <Answer id={found.id} name={booking.propertyName} />
            </StayRow>
          );
        })}
      </ul>
    </section>
  );
}
