import { randomUUID } from "node:crypto";
import { cancelBooking } from "../../functions/src/travel/cancelBooking.ts";
import { holdStay } from "../../functions/src/travel/holdStay.ts";
import { nameGuests } from "../../functions/src/travel/nameGuests.ts";
import { payStay } from "../../functions/src/travel/payStay.ts";
import { quoteCancellation } from "../../functions/src/travel/quoteCancellation.ts";
import { call, customer, refused } from "../support/call.ts";
import { costs } from "../support/costs.ts";
import { confirm, makeRefunds, useProvider } from "../support/payments.ts";
import { useStillClock } from "../support/time.ts";
import { book, monthOf, open, quote, shownOf, take } from "./support/house.ts";
import { aNight, overMonths, shortHouse } from "./support/places.ts";

/** The table of docs/architecture.md, "What it costs", is made of these. */
describe("travel: what is billed for a stay", () => {
  useStillClock();
  const provider = useProvider();

  /** A stay that its payer has paid, and of which the webhook has not heard yet. */
  const paid = async (stay: ReturnType<typeof aNight>) => {
    const taken = await take(await shortHouse(), stay);
    await provider.simulator.pause();
    const { intent } = await open(taken.bookingId, taken.person);
    await confirm(intent);
    const events = await provider.simulator.events();
    const { id = "" } = events.find(({ type }) => type === "payment_intent.succeeded") ?? {};
    return { ...taken, hear: () => provider.simulator.send(id) };
  };

  it("a calendar of a month, with prices and what is left, is 1 read; for its host, another", async () => {
    const house = await shortHouse();
    const month = aNight().checkIn.slice(0, 7);
    await costs({ reads: 1 }, () => shownOf(house, month));
    await costs({ reads: 1 }, () => monthOf(house, month));
  });

  for (const [where, stay, n] of [
    ["within a month", aNight(), 1],
    ["in two months", overMonths(), 2],
  ] as const) {
    it(`quoteStay ${where} reads ${n + 4} and writes 2; holdStay reads ${n + 4} and writes ${2 * n + 3}, again 3; cancelBooking, unpaid, ${n + 4} and ${2 * n + 2}`, async () => {
      const [house, person] = [await shortHouse(), customer()];
      let [quoteId, bookingId] = ["", ""];
      await costs({ reads: n + 4, writes: 2 }, async () => {
        quoteId = (await quote(house, person, stay)).quoteId;
      });
      const input = { requestId: randomUUID(), quoteId };
      const holding = async () => {
        bookingId = (await call(holdStay, person, input)).bookingId;
      };
      await costs({ reads: n + 4, writes: 2 * n + 3 }, holding);
      await costs({ reads: 3 }, holding);
      const bill = { reads: n + 4, writes: 2 * n + 2 };
      await costs(bill, () => call(cancelBooking, person, { bookingId }));
    });

    it(`the event that a stay ${where} is paid reads ${n + 6} and writes ${2 * n + 7}, again 1; cancelBooking reads ${n + 6} and writes ${2 * n + 6}, and a delete, again 3`, async () => {
      const { bookingId, person, hear } = await paid(stay);
      await costs({ reads: n + 6, writes: 2 * n + 7 }, hear);
      await costs({ reads: 1 }, hear);
      let quoteId = "";
      await costs({ reads: 3, writes: 2 }, async () => {
        quoteId = (await call(quoteCancellation, person, { bookingId })).quoteId;
      });
      const cancelling = () => call(cancelBooking, person, { bookingId, quoteId });
      await costs({ reads: n + 6, writes: 2 * n + 6, deletes: 1 }, cancelling);
      await costs({ reads: 3 }, cancelling);
    });
  }

  it("nameGuests reads 4 and writes 2; payStay reads 6 and writes 4, again 6 and 1", async () => {
    const { bookingId, person } = await take(await shortHouse(), aNight());
    const guests = [{ name: "Ana Guest" }];
    await costs({ reads: 4, writes: 2 }, () => call(nameGuests, person, { bookingId, guests }));
    await provider.simulator.pause();
    const paying = () => call(payStay, person, { bookingId });
    await costs({ reads: 6, writes: 4 }, paying);
    await costs({ reads: 6, writes: 1 }, paying);
  });

  it("a refund reads 6 and writes 5", async () => {
    const { bookingId, person } = await book(await shortHouse(), aNight());
    const { quoteId } = await call(quoteCancellation, person, { bookingId });
    await call(cancelBooking, person, { bookingId, quoteId });
    await provider.simulator.pause();
    await costs({ reads: 6, writes: 5 }, makeRefunds);
  });

  it("what is refused as sold out costs its reads and a second look: quoteStay 7 and the count of it, holdStay 7", async () => {
    const house = await shortHouse({}, { capacity: 1 });
    const [stay, late] = [aNight(), customer()];
    const { quoteId } = await quote(house, late, stay);
    await take(house, stay);
    const sold = (attempt: Promise<unknown>) => refused(attempt, "failed-precondition", "sold-out");
    await costs({ reads: 7, writes: 1 }, () => sold(quote(house, late, stay)));
    const input = { requestId: randomUUID(), quoteId };
    await costs({ reads: 7 }, () => sold(call(holdStay, late, input)));
  });
});
