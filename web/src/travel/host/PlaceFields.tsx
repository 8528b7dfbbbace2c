import { Select, TextArea, TextField } from "../../core/ui/index.ts";
import { POLICIES } from "../policy.ts";
import type { PlaceDraft } from "./placeDraft.ts";

const MODES = [
  ["instant", "At once: who pays, has it"],
  ["on_request", "On request: you answer first"],
] as const;

const NAMED_POLICIES = Object.entries(POLICIES).map(
  ([name, sentence]) =>
    [name, `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${sentence}`] as const,
);

interface PlaceFieldsProps {
  draft: PlaceDraft;
  onDraft: (draft: PlaceDraft) => void;
}

/** What guests are told of a place, and what is agreed on with them. */
export function PlaceFields({ draft, onDraft }: PlaceFieldsProps) {
  const field = (name: keyof PlaceDraft) => ({
    value: draft[name],
    onValue: (value: string) => onDraft({ ...draft, [name]: value }),
  });
  return (
    <>
      <TextField label="Name" {...field("name")} required maxlength={120} />
      <TextArea label="Description" {...field("description")} rows={5} maxlength={4000} />
      <TextField label="Street and number" {...field("address")} required maxlength={200} />
      <TextField
        label="Address of a photo"
        hint="It begins with https://. You may leave it empty."
        type="url"
        pattern="https://.*"
        {...field("photo")}
        maxlength={400}
      />
      <TextField
        label="Amenities"
        hint="With commas between: wifi, breakfast, step free."
        {...field("amenities")}
      />
      <div class="fields">
        <TextField label="Check-in from" type="time" required {...field("checkInFrom")} />
        <TextField label="Check-out until" type="time" required {...field("checkOutUntil")} />
        <TextField
          label="Cleaning, in euros"
          type="number"
          min="0"
          step="0.01"
          required
          {...field("cleaningFee")}
        />
        <TextField
          label="Tax, in percent"
          type="number"
          min="0"
          max="50"
          step="0.01"
          required
          {...field("taxPercent")}
        />
      </div>
      <Select label="How it is booked" options={MODES} {...field("mode")} />
      <Select label="If a guest cancels" options={NAMED_POLICIES} {...field("policy")} />
    </>
  );
}
