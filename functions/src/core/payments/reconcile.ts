import { Timestamp } from "firebase-admin/firestore";
import { DAY, MINUTE, stamp } from "../clock.ts";
import { each } from "../each.ts";
import { ifUnchanged } from "../ifUnchanged.ts";
import { applyIntent } from "./applyIntent.ts";
import { executeRefund } from "./executeRefund.ts";
import { provider } from "./provider.ts";
import { payments, refunds } from "./schema.ts";

/**
 * Asks the provider about what is due by `now`, at most `limit` payments and as many refunds,
 * oldest first: events get lost, and workers die between the provider's answer and our commit.
 * Safe to run as often, and as often at once, as one likes. Costs two reads when nothing is due.
 */
export async function reconcile(now: Date, limit: number): Promise<void> {
  const by = Timestamp.fromDate(now);
  const due = await payments.where("checkAt", "<=", by).orderBy("checkAt").limit(limit).get();
  await each(due.docs, async (payment) => {
    const { intent, createdAt } = payment.data();
    // The older, the less often: after 10 minutes, 20, 40 …, at most once a day.
    const age = Math.max(now.getTime() - createdAt.toMillis(), 10 * MINUTE);
    const later = { checkAt: stamp(Math.min(age, DAY)) };
    const claimed = payment.ref.update(later, { lastUpdateTime: payment.updateTime });
    if (!(await ifUnchanged(claimed)) || intent === null) return;
    await applyIntent(await provider().paymentIntents.retrieve(intent));
  });
  const promised = await refunds.where("nextAt", "<=", by).orderBy("nextAt").limit(limit).get();
  await each(promised.docs, executeRefund);
}
