import { DAY, now, stamp } from "../../core/clock.ts";
import type { Write } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { paragraph, rows } from "../../core/mail/template.ts";
import type { Timestamp } from "../../core/schema.ts";
import type { Stock } from "../schema.ts";
import { stockAlertsTo } from "../settings.ts";

/**
 * The mail to staff when a shelf has just run low, and when it was written: at most one a day of
 * each SKU, since orders that come and expire may cross the line many times an hour. None where
 * `STOCK_ALERTS_TO` is not set.
 */
export function lowStockAlert(
  sku: string,
  name: string | undefined,
  before: Stock,
  after: Stock,
): { mail: Write; at: Timestamp } | undefined {
  const to = stockAlertsTo.value();
  const left = (stock: Stock) => stock.onHand - stock.reserved;
  const crossed = left(before) > before.lowAt && left(after) <= after.lowAt;
  const lately = now().getTime() - (before.alertedAt?.toMillis() ?? 0) < DAY;
  if (to === "" || !crossed || lately) return undefined;
  const at = stamp();
  const mail = queueMail("low-stock", `${sku}-${at.toMillis()}`, to, {
    subject: `Low stock: ${name ?? sku}`,
    blocks: [
      paragraph(`There is not much left of ${name ?? sku}.`),
      rows(
        ["SKU", sku],
        ["Left to sell", String(left(after))],
        ["On hand", String(after.onHand)],
        ["Promised to orders", String(after.reserved)],
      ),
    ],
  });
  return { mail, at };
}
