import { limit, query, where } from "firebase/firestore";
import { MapPinned } from "lucide";
import { travel } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { Badge, Empty, Loading, More, Refusal } from "../../core/ui/index.ts";
import { cityName } from "../city.ts";
import { Rating } from "../Rating.tsx";
import { Scene } from "../Scene.tsx";

const PAGE_SIZE = 12;

/** Some of what there is, for who does not know yet where to go. */
const listed = query(travel.documents.properties, where("listed", "==", true), limit(PAGE_SIZE));

export function Somewhere() {
  const places = usePages(listed, PAGE_SIZE);
  return (
    <section class="stack">
      <h2>Or begin with a place</h2>
      {places.isLoading && <Loading rows={4} what="Looking for places" />}
      <Refusal problem={places.problem} />
      {!places.isLoading && !places.problem && places.docs.length === 0 && (
        <Empty icon={MapPinned} title="There is no place to stay yet">
          <p>
            The first one may be yours: <a href="/travel/host/new">become a host</a>.
          </p>
        </Empty>
      )}
      <ul class="tiles">
        {places.docs.map((found) => {
          const { name, photo, city, rating, mode } = found.data();
          return (
            <li key={found.id} class="card link place-card">
              <Scene name={name} photo={photo} />
              <h3>
                <a href={`/travel/places/${found.id}`}>{name}</a>
              </h3>
              <p class="muted">{cityName(city)}</p>
              <p class="row between">
                <Rating of={rating} />
                {mode === "on_request" && <Badge>On request</Badge>}
              </p>
            </li>
          );
        })}
      </ul>
      <More of={places} />
    </section>
  );
}
