import { doc } from "firebase/firestore";
import { HousePlus } from "lucide";
import { useLocation, useRoute } from "preact-iso";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Empty, LinkButton, Loading, Page, Refusal } from "../../core/ui/index.ts";
import { cityName } from "../city.ts";
import { Scene } from "../Scene.tsx";
import { addressOf, type Wish, wishOf } from "../wish.ts";
import "../travel.css";
import { About } from "./About.tsx";
import { Reviews } from "./Reviews.tsx";
import { StayChooser } from "./StayChooser.tsx";

export default function Place() {
  const { params, query } = useRoute();
  const { route } = useLocation();
  const { propertyId = "" } = params;
  const {
    data: property,
    isLoading,
    problem,
  } = useDocument(doc(travel.documents.properties, propertyId));
  const wish = wishOf(query);
  const change = (changed: Partial<Wish>) =>
    route(addressOf(`/travel/places/${propertyId}`, { ...wish, ...changed }), true);
  if (!property) {
    return (
      <Page title="A place to stay" from={["Search", "/travel"]}>
        {isLoading ? <Loading rows={5} /> : <Refusal problem={problem} />}
        {!isLoading && (
          <Empty icon={HousePlus} title="This place is not listed">
            <p>Its host may have taken it down. There are others.</p>
            <LinkButton href="/travel">Search</LinkButton>
          </Empty>
        )}
      </Page>
    );
  }
  const { name, photo, city, address } = property;
  return (
    <Page
      title={name}
      from={["Search", addressOf("/travel", { ...wish, city, roomTypeId: "" })]}
      lead={`${address}, ${cityName(city)}`}
    >
      <div class="place-head">
        <Scene name={name} photo={photo} />
        <About property={property} />
      </div>
      <StayChooser propertyId={propertyId} property={property} wish={wish} onChange={change} />
      <Reviews propertyId={propertyId} />
    </Page>
  );
}
