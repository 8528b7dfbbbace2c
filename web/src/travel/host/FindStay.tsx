import { getDocs } from "firebase/firestore";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Form, Notice, TextField } from "../../core/ui/index.ts";

/** Leads to a stay by the six characters that its guest has. */
export function FindStay({ hostId }: { hostId: string }) {
  const { route } = useLocation();
  const [typed, setTyped] = useState("");
  const [missing, setMissing] = useState("");
  const find = useAction(async () => {
    const reference = typed.trim().toUpperCase();
    setMissing("");
    const { docs } = await getDocs(travel.documents.bookingBy(hostId, reference));
    const [found] = docs;
    if (found) route(`/travel/host/bookings/${found.id}`);
    else setMissing(reference);
  });
  return (
    <section class="card">
      <h2>Find a stay</h2>
      <Form
        submit="Find"
        look="plain"
        onSubmit={() => find.run()}
        isBusy={find.isBusy}
        problem={find.problem}
      >
        <TextField
          label="Reference"
          hint="The six characters of the confirmation."
          value={typed}
          onValue={setTyped}
          required
          maxlength={8}
        />
        {missing && (
          <Notice tone="warn">
            No stay of yours has {missing}. See whether it is spelt right.
          </Notice>
        )}
      </Form>
    </section>
  );
}
