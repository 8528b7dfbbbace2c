import { TextArea, TextField } from "../../core/ui/index.ts";
import type { RoomDraft } from "./roomDraft.ts";

interface RoomFieldsProps {
  draft: RoomDraft;
  onDraft: (draft: RoomDraft) => void;
  isNew?: boolean;
}

/** What guests are told of a room type, and what is usual of its days. */
export function RoomFields({ draft, onDraft, isNew = false }: RoomFieldsProps) {
  const field = (name: keyof RoomDraft) => ({
    value: draft[name],
    onValue: (value: string) => onDraft({ ...draft, [name]: value }),
  });
  const number = (name: keyof RoomDraft, min: number, max: string) => ({
    ...field(name),
    type: "number" as const,
    min: String(min),
    max,
    step: "1",
    required: true,
  });
  return (
    <>
      <TextField label="Name" {...field("name")} required maxlength={120} />
      <TextArea label="Description" {...field("description")} rows={3} maxlength={2000} />
      <TextField
        label="Address of a photo"
        hint="It begins with https://. You may leave it empty."
        type="url"
        pattern="https://.*"
        {...field("photo")}
        maxlength={400}
      />
      <div class="fields">
        <TextField
          label="Price of a night, in euros"
          type="number"
          min="1"
          step="0.01"
          required
          {...field("price")}
        />
        <TextField label="Rooms of this type" {...number("capacity", 0, "500")} />
        {isNew && <TextField label="Guests in one" {...number("sleeps", 1, "12")} />}
        <TextField label="Shortest stay, in nights" {...number("minStay", 1, draft.maxStay)} />
        <TextField
          label="Longest stay, in nights"
          {...number("maxStay", Number(draft.minStay), "28")}
        />
      </div>
    </>
  );
}
