import fc, { type Arbitrary } from "fast-check";
import type { Intention } from "./action.ts";
import * as host from "./hostIntentions.ts";
import { wish } from "./intending.ts";
import * as provider from "./providerIntentions.ts";
import { type Command, Step } from "./step.ts";
import * as time from "./timeIntentions.ts";
import { Together } from "./together.ts";
import * as traveller from "./travellerIntentions.ts";

const weighted = (...all: [number, Arbitrary<Intention>][]): Arbitrary<Intention> =>
  fc.oneof(...all.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** What is done with one booking by several at once. */
const contested = weighted(
  [2, traveller.name],
  [3, traveller.pay],
  [5, provider.confirm],
  [6, provider.event],
  [2, provider.settle],
  [3, traveller.cancel],
  [2, traveller.withdraw],
  [3, host.callOff],
  [3, host.accept],
  [2, host.decline],
  [4, traveller.change],
  [3, traveller.payChange],
  [2, traveller.askForRefund],
  [3, time.lapse],
  [1, time.mind],
  [2, time.reconcile],
  [2, time.makeRefunds],
  [2, host.checkIn],
  [2, host.missing],
  [2, host.complete],
  [2, host.set],
  [2, traveller.again],
);

/** What is done for the same nights by several at once. */
const wanted = weighted(
  [8, traveller.seek],
  [2, traveller.hold],
  [6, host.accept],
  [4, traveller.change],
  [4, provider.event],
  [2, host.set],
  [2, time.lapse],
  [1, time.reconcile],
  [1, host.callOff],
  [1, host.list],
);

const anything = weighted(
  [4, traveller.quote],
  [7, traveller.hold],
  [4, traveller.rival],
  [2, traveller.name],
  [5, traveller.pay],
  [5, provider.confirm],
  [8, provider.payLate],
  [3, provider.snatch],
  [4, provider.payTaken],
  [1, provider.cancelAtProvider],
  [10, provider.event],
  [2, provider.lose],
  [3, provider.settle],
  [2, provider.settleRefund],
  [3, traveller.askForRefund],
  [4, traveller.cancel],
  [3, traveller.cancelByOld],
  [3, traveller.cancelAtTheEnd],
  [2, traveller.withdraw],
  [2, host.callOff],
  [6, host.accept],
  [1, host.decline],
  [8, traveller.change],
  [2, traveller.priceChange],
  [6, traveller.payChange],
  [3, host.checkIn],
  [2, host.missing],
  [2, host.complete],
  [3, host.set],
  [2, host.tighten],
  [3, host.price],
  [1, host.list],
  [5, time.lapse],
  [2, time.mind],
  [2, time.reconcile],
  [3, time.makeRefunds],
  [3, time.jump],
  [5, time.jumpTo],
  [3, time.askAtTheEnd],
  [3, traveller.again],
  [2, provider.breakSomething],
);

/** One thing after the other. */
export const steps: Arbitrary<Command> = fc
  .tuple(anything, fc.constantFrom(...Array<null>(6).fill(null), -1, 0, 1))
  .map(([one, delay]) => new Step(one, delay));

const several = (of: Arbitrary<Intention>) => fc.array(of, { minLength: 2, maxLength: 4 });

/** Two to four things at once: with one booking, as a rule one that is not over, or for the same nights. */
export const groups: Arbitrary<Command> = fc.oneof(
  fc.tuple(fc.nat(20), several(contested)).map(
    ([nth, all]) =>
      new Together((world) => {
        const { booked, picture } = world;
        const isOpen = (id: string) => OPEN.includes(picture.bookings[id]!.state);
        const from = nth > 3 && booked.some(isOpen) ? booked.filter(isOpen) : booked;
        world.focus = from.at(-1 - (nth % Math.max(from.length, 1)));
      }, all),
  ),
  fc.tuple(wish, several(wanted)).map(
    ([nights, all]) =>
      new Together((world) => {
        world.nights = nights;
      }, all),
  ),
);

const OPEN: readonly string[] = ["requested", "held", "confirmed", "checked_in"];
