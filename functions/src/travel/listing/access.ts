import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Caller } from "../../core/caller.ts";
import { refuse } from "../../core/refuse.ts";
import type { Property } from "../schema.ts";

/** A property that the caller is host of. Another's is refused as if it were not there. */
export function hostedBy(property: DocumentSnapshot<Property>, { uid }: Caller): Property {
  const current = property.data();
  if (current?.hostId !== uid) {
    refuse("not-found", "no-such-property", "You have no such property.");
  }
  return current;
}
