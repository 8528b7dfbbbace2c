import { SearchX } from "lucide";
import { travel } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { Empty, LinkButton, Loading, Refusal } from "../../core/ui/index.ts";
import { cityName } from "../city.ts";
import { addDays } from "../dates.ts";
import { addressOf, type Wish } from "../wish.ts";

/** Why nothing was found, as far as can be told by one document, and what to try. */
export function NoneFound({ wish }: { wish: Wish }) {
  const { docs, isLoading, problem } = usePages(travel.documents.propertiesIn(wish.city, 1), 1);
  if (isLoading) return <Loading rows={1} />;
  if (problem) return <Refusal problem={problem} />;
  const city = cityName(wish.city);
  if (docs.length === 0) {
    return (
      <Empty icon={SearchX} title={`Nobody hosts in ${city} yet`}>
        <p>See whether it is spelt as people there spell it, or look in another city.</p>
        <LinkButton href="/travel">See where there are places</LinkButton>
      </Empty>
    );
  }
  const { checkIn, checkOut, guests, rooms } = wish;
  const later = { checkIn: addDays(checkIn, 7), checkOut: addDays(checkOut, 7) };
  return (
    <Empty icon={SearchX} title={`Nothing in ${city} is free for this stay`}>
      <p>
        The rooms are taken or closed on one of the nights, take longer or shorter stays, or have
        too few beds. Other days or more rooms may work.
      </p>
      <p class="row center">
        <LinkButton href={addressOf("/travel", { ...wish, ...later })}>A week later</LinkButton>
        {guests > rooms && rooms < 9 && (
          <LinkButton href={addressOf("/travel", { ...wish, rooms: rooms + 1 })}>
            With one more room
          </LinkButton>
        )}
      </p>
    </Empty>
  );
}
