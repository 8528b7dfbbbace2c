import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import { type Payment, payments } from "./schema.ts";

/** The payment of an intent as the provider names it, by its id or whole. Billed one read. */
export async function paymentOfIntent(
  intent: string | { id: string } | null,
): Promise<QueryDocumentSnapshot<Payment> | undefined> {
  const id = typeof intent === "string" ? intent : intent?.id;
  if (id === undefined) return undefined;
  return (await payments.where("intent", "==", id).limit(1).get()).docs[0];
}
