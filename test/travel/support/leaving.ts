import { randomUUID } from "node:crypto";
import { now } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { personalData as core } from "../../../functions/src/core/ownData.ts";
import type { Person as Leaving } from "../../../functions/src/core/personalData.ts";
import { personalData as travel } from "../../../functions/src/travel/personalData.ts";
import { somebody } from "../../support/knownPeople.ts";
import { useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import type { House } from "./house.ts";
import { guestNameOf } from "./past.ts";

/**
 * An empty database, a payment provider and time that stands still, for tests that put bookings as they would
 * be: their books are not checked.
 */
export function useLeaving() {
  const { pass } = useStillClock();
  const provider = useProvider();
  return { provider, pass, passTo: (moment: Date) => pass(moment.getTime() - now().getTime()) };
}

/** Somebody, and what stands for them when they are gone. */
export type Leaver = House["host"] & { leaving: Leaving };

export async function leaver(): Promise<Leaver> {
  const person = await somebody();
  const { uid, token } = person;
  return { ...person, leaving: { uid, emails: [token.email], alias: `deleted-${randomUUID()}` } };
}

/** All by which a person is known. */
export const namesOf = (person: House["host"]): string[] => [
  ...[person.uid, person.token.email, guestNameOf(person)],
];

/** What travel makes of it that somebody leaves. */
export const leave = ({ leaving }: Leaver) => travel.erase(leaving);

/** As somebody leaves: what core keeps of them goes, too, and their mails have been sent. */
export async function eraseAll({ leaving }: Leaver): Promise<string[]> {
  await sendAll();
  return [await core.erase(leaving), await travel.erase(leaving)];
}

/** The mail server has taken all mails. */
export async function sendAll(): Promise<void> {
  const due = await mails.get();
  await Promise.all(due.docs.map(({ ref }) => ref.update({ "delivery.state": "SUCCESS" })));
}

/**
 * Does `work`, which dies at its n-th step: before that, or just after it, so that nobody hears of it; there
 * is none after it. A step is a commit, or a tree that is deleted. Answers whether it was stopped.
 */
export async function dyingAtStep(
  n: number,
  moment: "before" | "after",
  work: () => Promise<unknown>,
): Promise<boolean> {
  let steps = 0;
  const batches = Object.getPrototypeOf(db.batch());
  const putBack = [batches, db].map((owner, index) => {
    const name = index === 0 ? "commit" : "recursiveDelete";
    const step = owner[name];
    owner[name] = async function (this: unknown, ...about: unknown[]) {
      if (++steps < n) return step.apply(this, about);
      if (steps === n && moment === "after") await step.apply(this, about);
      throw new Error("killed");
    };
    return () => {
      if (owner === db) delete owner[name];
      else owner[name] = step;
    };
  });
  try {
    await work();
    return false;
  } catch (error) {
    if (steps < n) throw error;
    return true;
  } finally {
    for (const back of putBack) back();
  }
}
