import { doc, serverTimestamp, updateDoc } from "firebase/firestore";
import type { RoomType } from "kindling-client";
import { useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { Form, Notice } from "../../core/ui/index.ts";
import { RoomFields } from "./RoomFields.tsx";
import { draftOfRoom, roomOf } from "./roomDraft.ts";
import { useSaving } from "./saving.ts";

interface EditRoomProps {
  room: { propertyId: string; roomTypeId: string };
  roomType: RoomType;
}

/** What guests read of a room, and what is usual of the days whose month is not open yet. */
export function EditRoom({ room: { propertyId, roomTypeId }, roomType }: EditRoomProps) {
  const [draft, setDraft] = useState(() => draftOfRoom(roomType));
  const { save, isSaved, problem } = useSaving();
  const write = () =>
    updateDoc(doc(travel.documents.roomTypes(propertyId), roomTypeId), {
      ...roomOf(draft),
      updatedAt: serverTimestamp(),
    });
  return (
    <section class="card">
      <h2>About the room</h2>
      <Form
        submit="Save"
        look="plain"
        onSubmit={() => save(write())}
        isBusy={false}
        problem={problem}
      >
        <RoomFields draft={draft} onDraft={setDraft} />
        <p class="hint">
          Prices and stays here are for months that open later. Those that are open are set in the
          calendar.
        </p>
      </Form>
      {isSaved && <Notice tone="good">It is saved.</Notice>}
    </section>
  );
}
