import { randomUUID } from "node:crypto";
import { addDays } from "../../functions/src/travel/calendar/dates.ts";
import { changeDates } from "../../functions/src/travel/changeDates.ts";
import { payChange } from "../../functions/src/travel/payChange.ts";
import { quoteChange } from "../../functions/src/travel/quoteChange.ts";
import { call } from "../support/call.ts";
import { costs } from "../support/costs.ts";
import { confirm, useProvider } from "../support/payments.ts";
import { useStillClock } from "../support/time.ts";
import { book } from "./support/house.ts";
import { aNight, overMonths, shortHouse } from "./support/places.ts";

/** The rows of docs/architecture.md, "What it costs", about other dates of a stay. */
describe("travel: what is billed for other dates", () => {
  useStillClock();
  const provider = useProvider();

  const moving = async (to: { checkIn: string; checkOut: string }) => {
    const { bookingId, person } = await book(await shortHouse(), aNight());
    const priced = () => call(quoteChange, person, { bookingId, ...to });
    const { toPay, refund } = await priced();
    const asked = { requestId: randomUUID(), bookingId, ...to, toPay, refund };
    return { person, priced, change: () => call(changeDates, person, asked) };
  };

  const { checkIn, checkOut } = aNight();
  const later = { checkIn: addDays(checkIn, 1), checkOut: addDays(checkOut, 1) };
  const longer = { checkIn, checkOut: addDays(checkOut, 1) };

  it("quoteChange reads 4 and writes 1; changeDates for the same price reads 7 and writes 8, again 3", async () => {
    const { priced, change } = await moving(later);
    await costs({ reads: 4, writes: 1 }, priced);
    await costs({ reads: 7, writes: 8 }, change);
    await costs({ reads: 3 }, change);
  });

  it("over the end of a month, a read and two writes more", async () => {
    const over = overMonths();
    const { priced, change } = await moving({ ...over, checkIn: addDays(over.checkIn, 1) });
    await costs({ reads: 4, writes: 1 }, priced);
    await costs({ reads: 8, writes: 10 }, change);
  });

  it("changeDates for more money reads 5 and writes 5, payChange 6 and 4, the event that it has come 7 and 9", async () => {
    const { person, change } = await moving(longer);
    let changeId = "";
    await costs({ reads: 5, writes: 5 }, async () => {
      changeId = (await change()).changeId;
    });
    await provider.simulator.pause();
    let intent = "";
    await costs({ reads: 6, writes: 4 }, async () => {
      intent = (await call(payChange, person, { changeId })).intent;
    });
    await confirm(intent);
    const events = await provider.simulator.events();
    const paid = events.findLast(({ type }) => type === "payment_intent.succeeded");
    await costs({ reads: 7, writes: 9 }, () => provider.simulator.send(paid?.id ?? ""));
  });
});
