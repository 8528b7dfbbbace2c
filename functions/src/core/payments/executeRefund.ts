import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import { MINUTE, stamp } from "../clock.ts";
import { ifUnchanged } from "../ifUnchanged.ts";
import { applyRefund, type ProviderRefund } from "./applyRefund.ts";
import { isKeptFailure, isRefusal, provider } from "./provider.ts";
import { payments, type Refund } from "./schema.ts";

/** The wait after the n-th try: 2, 4, 8 … minutes, at most 17 hours. It is never given up. */
const backOff = (attempts: number): number => MINUTE * 2 ** Math.min(attempts, 10);

/**
 * Has the provider make a refund that has been promised, or asks what became of it. Safe to run as
 * often, and as often at once, as one likes: the refund's id is the idempotency key.
 */
export async function executeRefund(refund: QueryDocumentSnapshot<Refund>): Promise<void> {
  const wanted = refund.data();
  if (wanted.state !== "pending") return;
  const attempts = wanted.attempts + 1;
  // Whoever dies or fails from here on is followed by the sweep, later: it stands in no other's way.
  const claim = { attempts, nextAt: stamp(backOff(attempts)) };
  const claimed = refund.ref.update(claim, { lastUpdateTime: refund.updateTime });
  if (!(await ifUnchanged(claimed))) return;
  const payment = (await payments.doc(wanted.payment).get()).data();
  if (!payment?.intent) throw new Error(`refund ${refund.id} has no payment that was captured`);
  await applyRefund(await made(refund.id, wanted, payment.intent));
}

async function made(refund: string, wanted: Refund, intent: string): Promise<ProviderRefund> {
  const { providerId, attempts, amount } = wanted;
  const { refunds } = provider();
  if (providerId !== null) return refunds.retrieve(providerId);
  // The provider forgets idempotency keys after a day: what was tried before is looked for.
  if (attempts > 0) {
    for await (const earlier of refunds.list({ payment_intent: intent, limit: 100 })) {
      if (earlier.metadata?.refund === refund) return earlier;
    }
  }
  const order = { payment_intent: intent, amount, metadata: { refund } };
  try {
    return await refunds.create(order, { idempotencyKey: refund });
  } catch (error) {
    // It was looked for a moment ago, and is not there.
    if (attempts > 0 && isKeptFailure(error)) {
      return refunds.create(order, { idempotencyKey: `${refund}_${attempts}` });
    }
    if (!isRefusal(error)) throw error;
    return { ...order, id: `refused_${refund}`, status: "failed" };
  }
}
