import { doc, limit, orderBy, query, serverTimestamp, setDoc } from "firebase/firestore";
import type { Address } from "kindling-client";
import { shop } from "../../core/backend.ts";
import { type LiveQuery, useQuery } from "../../core/live.ts";

/** What a parcel needs. */
export type ShipTo = Omit<Address, "updatedAt">;

export const NOWHERE: Omit<ShipTo, "country"> = {
  name: "",
  line1: "",
  line2: "",
  postalCode: "",
  city: "",
};

/** The addresses somebody has kept, the last one first. */
export const useAddresses = (uid: string | undefined): LiveQuery<Address> =>
  useQuery(
    uid === undefined
      ? null
      : query(shop.documents.addresses(uid), orderBy("updatedAt", "desc"), limit(20)),
  );

/** Goes into the address book in the background: an order does not wait for it. */
export function keepAddress(uid: string, address: ShipTo): void {
  const kept = { ...address, updatedAt: serverTimestamp() };
  // One that is not kept is no reason to hold up an order: it is typed once more next time.
  setDoc(doc(shop.documents.addresses(uid)), kept).catch(() => undefined);
}

export const lineOf = ({ name, line1, line2, postalCode, city }: ShipTo): string =>
  [name, line1, line2, `${postalCode} ${city}`.trim()].filter((part) => part !== "").join(", ");
