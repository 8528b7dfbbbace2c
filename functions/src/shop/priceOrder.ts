import { allocate, formatMoney, percentOf } from "../core/money.ts";
import { refuse } from "../core/refuse.ts";
import { MAX_AMOUNT } from "../core/schema.ts";
import type { RequestedLine } from "./inputs.ts";
import type { OrderLine, Totals } from "./order/schema.ts";
import { type Country, currency, rates } from "./rates.ts";
import type { Variant } from "./schema.ts";

export interface PricedOrder {
  lines: OrderLine[];
  totals: Totals;
}

/**
 * Prices lines from the catalogue: the one place where a total comes from, for a quote and for
 * an order. `catalogue` holds the variant of each line, in order, or `undefined` for a SKU that
 * is not there. `discountOf` answers the discount on the goods, in minor units; it is spread over
 * the lines by largest remainder before tax and never exceeds the goods.
 *
 * Refuses `failed-precondition`, naming the `line` (its SKU): `not-for-sale` for an unknown or
 * inactive product, `price-changed` if the unit price is not the one shown. Refuses
 * `failed-precondition`/`amount-too-large` above `MAX_AMOUNT`.
 */
export function priceOrder(
  requested: readonly RequestedLine[],
  catalogue: readonly (Variant | undefined)[],
  country: Country,
  discountOf: (goods: number) => number = () => 0,
): PricedOrder {
  const { tax, shipping } = rates[country];
  const sold = requested.map((line, index) => ({ line, variant: onSale(line, catalogue[index]) }));
  const amounts = sold.map(({ line, variant }) => variant.price * line.quantity);
  const goods = sum(amounts);
  const granted = Math.min(discountOf(goods), goods);
  const shares = allocate(granted, amounts);

  const lines = sold.map(({ line, variant }, index): OrderLine => {
    const amount = amounts[index] ?? 0;
    return {
      sku: line.sku,
      productId: variant.productId,
      name: variant.name,
      quantity: line.quantity,
      price: variant.price,
      amount,
      tax: percentOf(amount - (shares[index] ?? 0), tax[variant.taxClass]),
    };
  });
  const fee = goods - granted >= shipping.freeFrom ? 0 : shipping.fee;
  const taxes = sum(lines.map((line) => line.tax)) + percentOf(fee, tax.standard);
  const total = goods - granted + fee + taxes;
  if (Math.max(goods, total) > MAX_AMOUNT) {
    const most = formatMoney(MAX_AMOUNT, currency);
    refuse("failed-precondition", "amount-too-large", `An order is worth ${most} at most.`);
  }
  return {
    lines,
    totals: {
      lines: goods,
      discount: granted,
      shipping: fee,
      tax: taxes,
      total,
    },
  };
}

function onSale({ sku, shownPrice }: RequestedLine, variant: Variant | undefined): Variant {
  if (!variant?.active) {
    refuse("failed-precondition", "not-for-sale", `${sku} is not for sale.`, { line: sku });
  }
  if (shownPrice !== undefined && shownPrice !== variant.price) {
    const price = formatMoney(variant.price, currency);
    refuse("failed-precondition", "price-changed", `${variant.name} costs ${price} now.`, {
      line: sku,
      price: variant.price,
    });
  }
  return variant;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
