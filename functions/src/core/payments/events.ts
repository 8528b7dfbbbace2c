import { DAY, stamp } from "../clock.ts";
import { create, type Read, type Write } from "../decide.ts";
import { type PaymentEvent, paymentEvents } from "./schema.ts";

/** An event of the provider, by which it tells apart what it has sent. */
export interface ProviderEvent {
  id: string;
  type: string;
}

/** Whether an event has been applied. To be asked before anything else is decided. */
export async function isSeen(read: Read, event: ProviderEvent | undefined): Promise<boolean> {
  if (!event) return false;
  const [seen] = await read(paymentEvents.doc(event.id));
  return seen.exists;
}

/** Notes an event as seen, in the commit that applies it. The provider resends for three days. */
export const noted = (
  event: ProviderEvent | undefined,
  outcome: PaymentEvent["outcome"],
): Write[] =>
  event
    ? [
        create(paymentEvents.doc(event.id), {
          type: event.type,
          outcome,
          expiresAt: stamp(30 * DAY),
        }),
      ]
    : [];
