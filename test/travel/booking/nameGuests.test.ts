import assert from "node:assert/strict";
import { nameGuests } from "../../../functions/src/travel/nameGuests.ts";
import { payStay } from "../../../functions/src/travel/payStay.ts";
import { call, callWith, customer, refused } from "../../support/call.ts";
import { documentsHolding } from "../../support/everything.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { useBookings } from "../support/bookingStates.ts";
import { guestsOf, stayFrom, take } from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: who comes to a stay", () => {
  useBookings();

  it("is in one document, which its host has once the stay is confirmed; no mail tells it", async () => {
    const house = await plantHouse();
    const { bookingId, person } = await take(house, { ...stayFrom(house, 10), guests: 2 });
    const first = { guests: [{ name: "Ana Typo" }], phone: "", note: "Vegan" };
    await call(nameGuests, person, { bookingId, ...first });
    const { intent, paymentId } = await call(payStay, person, { bookingId });
    assert.equal((await guestsOf(bookingId))?.hostId, null);
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    assert.equal((await guestsOf(bookingId))?.hostId, house.host.uid);
    const named = { guests: [{ name: "Ana Silva" }, { name: "Bo Lind" }], phone: "+351 912 000" };
    await call(nameGuests, person, { bookingId, ...named });
    const { guests, phone, note, email, hostId } = (await guestsOf(bookingId)) ?? {};
    assert.deepEqual({ guests, phone, note }, { ...named, note: "" });
    assert.deepEqual([email, hostId], [person.token.email, house.host.uid]);
    assert.deepEqual(await documentsHolding("Ana Silva"), [`guestLists/${bookingId}`]);
    assert.deepEqual(await documentsHolding("Ana Typo", "Vegan", "+351 912"), [
      `guestLists/${bookingId}`,
    ]);
  });

  it("is said by its traveller, of no more than it is booked for", async () => {
    const house = await plantHouse();
    const { bookingId, person } = await take(house, { ...stayFrom(house, 10), guests: 2 });
    const name = { name: "Ana Silva" };
    const naming = (who: typeof person, count: number) => () =>
      call(nameGuests, who, { bookingId, guests: Array(count).fill(name) });
    await naming(person, 2)();
    const many = naming(person, 3);
    const { most } = await refusedWhole(many, "failed-precondition", "too-many-guests");
    assert.equal(most, 2);
    for (const other of [customer(), house.host]) {
      await refusedWhole(naming(other, 1), "not-found", "no-such-booking");
    }
    for (const guests of [[], [{ name: "" }], [{ ...name, born: "1990-01-01" }], [name.name]]) {
      const attempt = callWith(nameGuests, person, { bookingId, guests });
      await refused(attempt, "invalid-argument", "invalid-input");
    }
    await refused(
      call(nameGuests, person, { bookingId: "0".repeat(40), guests: [name] }),
      "not-found",
      "no-such-booking",
    );
  });
});
