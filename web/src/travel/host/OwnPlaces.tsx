import { HousePlus } from "lucide";
import { travel } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { Badge, Empty, LinkButton, Loading, Refusal } from "../../core/ui/index.ts";
import { cityName } from "../city.ts";
import { Rating } from "../Rating.tsx";

/** A host has as many as one page at most. */
const PAGE_SIZE = 50;

/** The places of a host, listed or not. */
export function OwnPlaces({ hostId }: { hostId: string }) {
  const { docs, isLoading, problem } = usePages(travel.documents.propertiesOf(hostId), PAGE_SIZE);
  return (
    <section class="card">
      <h2>Your places</h2>
      {isLoading && <Loading rows={2} />}
      <Refusal problem={problem} />
      {!isLoading && !problem && docs.length === 0 && (
        <Empty icon={HousePlus} title="You have no places yet">
          <LinkButton href="/travel/host/new">Add a place</LinkButton>
        </Empty>
      )}
      <ul class="lines">
        {docs.map((found) => {
          const { name, city, listed, rating } = found.data();
          return (
            <li key={found.id} class="stack close">
              <a class="strong" href={`/travel/host/places/${found.id}`}>
                {name}
              </a>
              <p class="row between">
                <span class="hint">{cityName(city)}</span>
                <Badge tone={listed ? "good" : "plain"}>{listed ? "Listed" : "Not listed"}</Badge>
              </p>
              <Rating of={rating} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
