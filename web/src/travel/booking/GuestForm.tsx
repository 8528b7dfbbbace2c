import type { GuestList } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Form, TextArea, TextField } from "../../core/ui/index.ts";

interface GuestFormProps {
  id: string;
  list: GuestList;
  /** How many the stay is booked for. */
  most: number;
  submit: string;
  onDone: () => void;
}

/** Who comes to a stay. The first named is asked for at the door; the others may be left out. */
export function GuestForm({ id, list, most, submit, onDone }: GuestFormProps) {
  const [names, setNames] = useState(() =>
    Array.from({ length: most }, (_, index) => list.guests[index]?.name ?? ""),
  );
  const [phone, setPhone] = useState(list.phone);
  const [note, setNote] = useState(list.note);
  const save = useAction(async () => {
    const guests = names.filter((name) => name.trim() !== "").map((name) => ({ name }));
    await travel.call.nameGuests({ bookingId: id, guests, phone, note });
    onDone();
  });
  return (
    <Form submit={submit} onSubmit={() => save.run()} isBusy={save.isBusy} problem={save.problem}>
      {names.map((name, index) => (
        <TextField
          key={index}
          label={index === 0 ? "Your name" : `Guest ${index + 1}`}
          hint={index === 1 ? "You may leave out those whom you do not know yet." : undefined}
          value={name}
          onValue={(changed) => setNames(names.with(index, changed))}
          required={index === 0}
          maxlength={120}
          autocomplete={index === 0 ? "name" : "off"}
        />
      ))}
      <TextField
        label="Phone"
        type="tel"
        autocomplete="tel"
        hint="If you like: so that the host can reach you on the way."
        value={phone}
        onValue={setPhone}
        maxlength={40}
      />
      <TextArea
        label="A note to the host"
        hint="When you think to be there, and what else they should know."
        value={note}
        onValue={setNote}
        rows={3}
        maxlength={1000}
      />
    </Form>
  );
}
