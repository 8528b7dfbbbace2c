import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import { onDocumentCreated } from "firebase-functions/firestore";
import { onRequest } from "firebase-functions/https";
import { onSchedule } from "firebase-functions/scheduler";
import { now } from "../clock.ts";
import { stripeSecretKey, stripeWebhookSecret } from "../settings.ts";
import { executeRefund } from "./executeRefund.ts";
import { receiveEvent } from "./receiveEvent.ts";
import { reconcile as reconcileDue } from "./reconcile.ts";
import type { Refund } from "./schema.ts";

/** Where the provider sends its events: payment_intent.*, refund.* and charge.dispute.*. */
export const webhook = onRequest(
  { secrets: [stripeSecretKey, stripeWebhookSecret], invoker: "public" },
  async (request, response) => {
    if (request.method !== "POST") {
      response.status(405).end();
      return;
    }
    // Without a body there is none, whatever its type says.
    const body = request.rawBody ?? Buffer.alloc(0);
    response.status(await receiveEvent(body, request.get("stripe-signature"))).end();
  },
);

/** Makes a refund as soon as it is promised. What it misses, `reconcile` finds. */
export const refund = onDocumentCreated(
  { document: "refunds/{id}", secrets: [stripeSecretKey] },
  async ({ data }) => {
    if (data) await executeRefund(data as QueryDocumentSnapshot<Refund>);
  },
);

/** Every five minutes: payments whose events were lost, refunds that were not made yet. */
export const reconcile = onSchedule(
  {
    schedule: "every 5 minutes",
    secrets: [stripeSecretKey],
    maxInstances: 1,
    timeoutSeconds: 300,
  },
  async () => {
    await reconcileDue(now(), 100);
  },
);
