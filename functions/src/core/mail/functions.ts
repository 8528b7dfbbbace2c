import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import { onDocumentCreated } from "firebase-functions/firestore";
import { onSchedule } from "firebase-functions/scheduler";
import { now } from "../clock.ts";
import { smtpPassword } from "../settings.ts";
import { deliver } from "./deliver.ts";
import type { Mail } from "./schema.ts";
import { sweepMail } from "./sweep.ts";

/** Sends a mail as soon as it is in the outbox. What it misses, `sweep` finds. */
export const send = onDocumentCreated(
  { document: "mail/{id}", secrets: [smtpPassword] },
  async ({ data }) => {
    if (data) await deliver(data as QueryDocumentSnapshot<Mail>);
  },
);

/** Every minute: retries, and mails whose event or worker was lost. */
export const sweep = onSchedule(
  { schedule: "every 1 minutes", secrets: [smtpPassword], maxInstances: 1, timeoutSeconds: 300 },
  async () => {
    await sweepMail(now(), 100);
  },
);
