import { paragraph, rows, type Template } from "../core/mail/template.ts";
import { formatMoney } from "../core/money.ts";
import { appName } from "../core/settings.ts";
import type { Order } from "./schema.ts";

/** The mail that confirms that an order has come in. */
export function orderConfirmation({ number, lines, totals, currency, shipTo }: Order): Template {
  const money = (amount: number) => formatMoney(amount, currency);
  const { name, line1, line2, postalCode, city, country } = shipTo;
  return {
    subject: `Your order ${number}`,
    blocks: [
      paragraph(`Hello ${name},`),
      paragraph(`thank you for your order ${number}. We have set these aside for you:`),
      rows(
        ...lines.map((line) => [`${line.quantity} × ${line.name}`, money(line.amount)] as const),
      ),
      rows(
        ["Goods", money(totals.lines)],
        ...(totals.discount > 0 ? [["Discount", money(-totals.discount)] as const] : []),
        ["Shipping", totals.shipping === 0 ? "free" : money(totals.shipping)],
        ["Tax", money(totals.tax)],
        ["Total", money(totals.total)],
      ),
      paragraph(
        [name, line1, line2, `${postalCode} ${city}`, country].filter((part) => part).join(", "),
      ),
      paragraph(`${appName.value()} thanks you.`),
    ],
  };
}
