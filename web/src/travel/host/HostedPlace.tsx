import { doc } from "firebase/firestore";
import { HousePlus } from "lucide";
import { useRoute } from "preact-iso";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Badge, Empty, LinkButton, Loading, Page, Refusal } from "../../core/ui/index.ts";
import { cityName } from "../city.ts";
import "../travel.css";
import { Listing } from "./Listing.tsx";
import { OwnRooms } from "./OwnRooms.tsx";

export default function HostedPlace() {
  return (
    <RequireUser why="A place is looked after by its host.">
      {({ uid }) => <OwnPlace hostId={uid} />}
    </RequireUser>
  );
}

function OwnPlace({ hostId }: { hostId: string }) {
  const { propertyId = "" } = useRoute().params;
  const {
    data: property,
    isLoading,
    problem,
  } = useDocument(doc(travel.documents.properties, propertyId));
  const isOwn = property?.hostId === hostId;
  return (
    <Page
      title={property?.name ?? "Your place"}
      from={["Hosting", "/travel/host"]}
      lead={property && `${property.address}, ${cityName(property.city)}`}
      actions={
        isOwn && (
          <>
            <Badge tone={property.listed ? "good" : "plain"}>
              {property.listed ? "Listed" : "Not listed"}
            </Badge>
            <LinkButton isSmall href={`/travel/host/places/${propertyId}/edit`}>
              Edit
            </LinkButton>
            {property.listed && (
              <LinkButton isSmall href={`/travel/places/${propertyId}`}>
                See it as guests do
              </LinkButton>
            )}
          </>
        )
      }
    >
      {isLoading && <Loading rows={5} />}
      <Refusal problem={problem} />
      {!isLoading && !isOwn && <Empty icon={HousePlus} title="This is no place of yours" />}
      {isOwn && (
        <>
          <OwnRooms hostId={hostId} propertyId={propertyId} timeZone={property.timeZone} />
          <Listing propertyId={propertyId} listed={property.listed} />
        </>
      )}
    </Page>
  );
}
