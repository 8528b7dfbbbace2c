import { useEffect, useState } from "preact/hooks";
import { useAction } from "../../../core/action.ts";
import { Figure } from "../../../core/staff/Figure.tsx";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { BarChart, Button, Loading, Notice, Refusal } from "../../../core/ui/index.ts";
import { count, day, money } from "../../../core/words.ts";
import { MINDS_ORDERS } from "../roles.ts";
import { readSales, type Sales } from "./readSales.ts";
import { lastDays, placedOn, sumOf } from "./sums.ts";
import "../staff.css";

/** What the last two weeks have brought. */
export default function SalesPage() {
  return (
    <StaffPage title="Sales" roles={MINDS_ORDERS} lead="The last 14 days, today included.">
      <Overview />
    </StaffPage>
  );
}

function Overview() {
  const [days] = useState(() => lastDays(14));
  const [sales, setSales] = useState<Sales>();
  const read = useAction(async () => setSales(await readSales(days[0] ?? new Date())));
  useEffect(() => {
    read.run();
  }, []);
  if (!sales) {
    return read.problem ? (
      <Refusal problem={read.problem}>
        <Button onClick={() => read.run()}>Try again</Button>
      </Refusal>
    ) : (
      <Loading what="The orders are counted" />
    );
  }
  const { orders, paid, refunded } = sumOf(sales.orders);
  return (
    <>
      <dl class="figures">
        <Figure name="Orders" value={orders} />
        <Figure name="Paid" value={money(paid)} />
        <Figure name="Given back" value={money(refunded)} />
        <Figure name="After refunds" value={money(paid - refunded)} />
      </dl>
      <div class="card">
        <BarChart
          title="Orders a day"
          bars={days.map((date) => {
            const sum = sumOf(placedOn(sales.orders, date));
            const said = `${count(sum.orders, "order")}, ${money(sum.paid)}`;
            return { label: day(date), value: sum.orders, said };
          })}
        />
      </div>
      {sales.hasMore && (
        <Notice>
          These are the newest {sales.orders.length} orders. There are older ones in these days,
          which are not in the sums.
        </Notice>
      )}
      <p class="hint">
        Paid orders alone are counted, on the day they were placed. Amounts are with tax and
        shipping.
      </p>
    </>
  );
}
