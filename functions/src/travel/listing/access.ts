import type { DocumentSnapshot } from "firebase-admin/firestore";
import { type Caller, isStaff } from "../../core/caller.ts";
import { refuse } from "../../core/refuse.ts";
import type { Property } from "../schema.ts";

/** A property that the caller is host of. Another's is refused as if it were not there. */
export function hostedBy(property: DocumentSnapshot<Property>, { uid }: Caller): Property {
  const current = property.data();
  return current?.hostId === uid ? current : none();
}

/** The same, or one that staff who look after money see to. */
export async function hostedOrManaged(
  property: DocumentSnapshot<Property>,
  caller: Caller,
): Promise<Property> {
  const current = property.data();
  if (!current || current.hostId === caller.uid) return current ?? none();
  return (await isStaff(caller, ["order_manager"])) ? current : none();
}

const none = (): never => refuse("not-found", "no-such-property", "You have no such property.");
