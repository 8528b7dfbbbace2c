import { deleteDoc, doc } from "firebase/firestore";
import type { Address } from "kindling-client";
import { Trash2 } from "lucide";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { shop } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { type Problem, problemOf } from "../../core/problem.ts";
import { Confirm, IconButton, Refusal } from "../../core/ui/index.ts";
import { nameOfCountry } from "../countries.ts";
import { lineOf } from "./addresses.ts";

interface AddressBookProps {
  uid: string;
  addresses: readonly Found<Address>[];
  /** The id of one; empty for another that is typed in. */
  choice: string;
  onChoice: (id: string) => void;
}

/** The addresses of before, and one more. */
export function AddressBook({ uid, addresses, choice, onChoice }: AddressBookProps) {
  const [leaving, setLeaving] = useState<Found<Address>>();
  const [problem, setProblem] = useState<Problem>();
  const remove = useAction(async () => {
    if (!leaving) return;
    // Offline this waits: nobody else does.
    deleteDoc(doc(shop.documents.addresses(uid), leaving.id)).catch((error: unknown) =>
      setProblem(problemOf(error)),
    );
  });
  return (
    <fieldset class="choices">
      <legend class="hidden-label">Address</legend>
      {addresses.map((address) => (
        <div key={address.id} class="row">
          <Choice isChosen={choice === address.id} onChoose={() => onChoice(address.id)}>
            {lineOf(address.data())}, {nameOfCountry(address.data().country)}
          </Choice>
          <IconButton
            icon={Trash2}
            label={`Delete the address ${lineOf(address.data())}`}
            onClick={() => setLeaving(address)}
          />
        </div>
      ))}
      <Choice isChosen={choice === ""} onChoose={() => onChoice("")}>
        Another address
      </Choice>
      <Refusal problem={problem} />
      {leaving && (
        <Confirm
          title="Delete the address"
          confirm="Delete"
          action={remove}
          onClose={() => setLeaving(undefined)}
        >
          <p>{lineOf(leaving.data())}</p>
          <p class="hint">Orders that go there still do.</p>
        </Confirm>
      )}
    </fieldset>
  );
}

function Choice({
  isChosen,
  onChoose,
  children,
}: {
  isChosen: boolean;
  onChoose: () => void;
  children: ComponentChildren;
}) {
  return (
    <label class="choice grow">
      <input type="radio" name="address" checked={isChosen} onChange={onChoose} />
      <span class="grow">{children}</span>
    </label>
  );
}
