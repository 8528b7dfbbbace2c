import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { useAction, useRequestId } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Form, Page } from "../../core/ui/index.ts";
import "../travel.css";
import { RoomFields } from "./RoomFields.tsx";
import { newRoom, roomOf } from "./roomDraft.ts";

export default function NewRoom() {
  const { propertyId = "" } = useRoute().params;
  const { route } = useLocation();
  const { requestId } = useRequestId();
  const [draft, setDraft] = useState(newRoom);
  const place = `/travel/host/places/${propertyId}`;
  const add = useAction(async () => {
    const described = { ...roomOf(draft), sleeps: Number(draft.sleeps) };
    await travel.call.createRoomType({ requestId, propertyId, ...described });
    route(place);
  });
  return (
    <Page
      title="A room type"
      from={["Your place", place]}
      lead="Its calendar opens for a year, each day with what you say here."
      width="narrow"
    >
      <RequireUser why="A room is added by the host of a place.">
        {() => (
          <Form
            submit="Add it"
            onSubmit={() => add.run()}
            isBusy={add.isBusy}
            problem={add.problem}
          >
            <RoomFields draft={draft} onDraft={setDraft} isNew />
          </Form>
        )}
      </RequireUser>
    </Page>
  );
}
