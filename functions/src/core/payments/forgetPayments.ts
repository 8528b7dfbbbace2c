import { update } from "../decide.ts";
import { inPages } from "../inPages.ts";
import { type Person, withoutPerson } from "../personalData.ts";
import { payments, refunds } from "./schema.ts";

/**
 * Keeps a person's payments and refunds under their alias, and what they gave back as staff. Who is
 * paid or gets money back is known by the provider's id, so they go on as before. Payments first: a
 * refund that is promised meanwhile has its payment's uid. Safe to run again after any step.
 */
export async function forgetPayments(person: Person): Promise<void> {
  const { uid, alias } = person;
  await inPages(payments.where("uid", "==", uid), (payment) => [update(payment, { uid: alias })]);
  await inPages(refunds.where("uid", "==", uid), (refund) => [
    update(refund, {
      uid: alias,
      reason: withoutPerson(refund.data().reason, person).slice(0, 200),
    }),
  ]);
  await inPages(refunds.where("by", "==", uid), (refund) => [update(refund, { by: alias })]);
}
