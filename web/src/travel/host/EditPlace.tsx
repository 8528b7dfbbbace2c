import { doc, serverTimestamp, updateDoc } from "firebase/firestore";
import type { Property } from "kindling-client";
import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Form, Loading, Notice, Page, Refusal } from "../../core/ui/index.ts";
import "../travel.css";
import { PlaceFields } from "./PlaceFields.tsx";
import { draftOfPlace, placeOf } from "./placeDraft.ts";
import { useSaving } from "./saving.ts";

export default function EditPlace() {
  const { propertyId = "" } = useRoute().params;
  const {
    data: property,
    isLoading,
    problem,
  } = useDocument(doc(travel.documents.properties, propertyId));
  return (
    <Page
      title="What guests read"
      from={[property?.name ?? "Your place", `/travel/host/places/${propertyId}`]}
      lead="It counts for who books from now on. What is booked stays as it was agreed."
      width="narrow"
    >
      <RequireUser why="A place is described by its host.">
        {() => (
          <>
            {isLoading && <Loading rows={5} />}
            <Refusal problem={problem} />
            {property && <Edit propertyId={propertyId} property={property} />}
          </>
        )}
      </RequireUser>
    </Page>
  );
}

function Edit({ propertyId, property }: { propertyId: string; property: Property }) {
  const [draft, setDraft] = useState(() => draftOfPlace(property));
  const { save, isSaved, problem } = useSaving();
  const write = () =>
    updateDoc(doc(travel.documents.properties, propertyId), {
      ...placeOf(draft),
      updatedAt: serverTimestamp(),
    });
  return (
    <>
      <Form submit="Save" onSubmit={() => save(write())} isBusy={false} problem={problem}>
        <PlaceFields draft={draft} onDraft={setDraft} />
      </Form>
      {isSaved && <Notice tone="good">It is saved.</Notice>}
    </>
  );
}
