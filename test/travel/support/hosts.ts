import assert from "node:assert/strict";
import { now } from "../../../functions/src/core/clock.ts";
import { counterOf } from "../../../functions/src/core/limits.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { momentAt } from "../../../functions/src/travel/calendar/dates.ts";
import type { Day, Room } from "../../../functions/src/travel/calendar/schema.ts";
import { searchStays } from "../../../functions/src/travel/searchStays.ts";
import { call, callWith, type Person, refused } from "../../support/call.ts";
import { type House, monthOf, shownOf } from "./house.ts";

export const notThere = ["not-found", "no-such-property"] as const;

/** A way to jump to a moment, for the clock of `useStillClock`. */
export const jumpsBy = (pass: (milliseconds: number) => void) => (moment: Date | string) =>
  pass(new Date(moment).getTime() - now().getTime());

/** The moment in which a day begins where the house is. */
export const dawnOf = (date: string, { timeZone }: Pick<House, "timeZone">): Date =>
  momentAt(date, "00:00", timeZone);

/** A day as its host has set it, and what everybody sees as left of it: both halves say the same. */
export async function dayOf(room: Room, date: string): Promise<Day & { left: number }> {
  const [month, index] = [date.slice(0, 7), Number(date.slice(8)) - 1];
  const [kept, shown] = await Promise.all([monthOf(room, month), shownOf(room, month)]);
  const [day, night] = [kept.days[index], shown.nights[index]];
  assert.ok(day && night, `there is no ${date}`);
  const { left, ...terms } = night;
  const { price, minStay, maxStay } = day;
  assert.deepEqual(terms, { price, minStay, maxStay });
  return { ...day, left };
}

/** The room types that a search finds for somebody. */
export async function foundFor(stay: { checkIn: string; checkOut: string }): Promise<string[]> {
  const { stays } = await call(searchStays, undefined, { city: "lisbon", ...stay, guests: 1 });
  return stays.map(({ roomTypeId }) => roomTypeId);
}

/** What became of calls that were made at once: "done", or why not. */
export const outcomesOf = (calls: readonly Promise<unknown>[]): Promise<(string | undefined)[]> =>
  Promise.all(calls.map((one) => one.then(() => "done", reasonOf)));

/** What somebody was written, and how often. */
export async function newsTo({ token }: Person): Promise<string[]> {
  const sent = await mails.where("to", "==", token.email).get();
  return sent.docs.map(({ id }) => id.split("_")[0] ?? "").toSorted();
}

/** Fails unless each worse value is refused as what is wrong with its field, and with no other. */
export async function onlyTakes(
  callable: Parameters<typeof callWith<Promise<unknown>>>[0],
  person: Person,
  good: object,
  worse: Record<string, readonly unknown[]>,
): Promise<void> {
  for (const [field, values] of Object.entries(worse)) {
    for (const value of values) {
      const attempt = callWith(callable, person, { ...good, [field]: value });
      const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
      const named = (fields as { field: string }[]).map((one) => one.field.split(".")[0]);
      assert.deepEqual([...new Set(named)], [field], JSON.stringify(value));
    }
  }
}

/** Has somebody called so often already. In these tests all that is counted is one count. */
export const hasCalled = async ({ uid }: Person, calls: number): Promise<void> =>
  void (await counterOf("local", uid).update({ calls }));
