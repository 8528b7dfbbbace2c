import type { DocumentReference, WriteBatch } from "firebase-admin/firestore";
import { db } from "../../core/db.ts";
import { decide, update } from "../../core/decide.ts";
import { ifUnchanged } from "../../core/ifUnchanged.ts";
import { inPages } from "../../core/inPages.ts";
import { inParallel } from "../../core/inParallel.ts";
import { pagesOf } from "../../core/pagesOf.ts";
import type { Person } from "../../core/personalData.ts";
import { type BookingState, bookings, guestLists, quotes } from "../booking/schema.ts";
import { inventory } from "../calendar/schema.ts";
import { setListed } from "../listing/setListed.ts";
import { type Property, properties } from "../schema.ts";
import { callOff } from "./callOff.ts";

/** Somebody may still come, or think that they can. */
const OPEN: readonly BookingState[] = ["requested", "held", "confirmed", "checked_in"];

/** Stays that are called off at the same time. */
const WIDTH = 5;

/**
 * Takes a property of `person` down: at once nobody can book it any more, and who would come gets their money
 * back and is written to, since nobody would be there for them. Then it is deleted with all that is below it,
 * last of all itself. Answers "later" while somebody is still there. Safe to run again after any step.
 */
export async function forgetProperty(propertyId: string): Promise<"done" | "later"> {
  const ref = properties.doc(propertyId);
  await decide(async (read) => {
    const [property] = await read(ref);
    const current = property.data();
    if (!current?.listed) return { answer: undefined };
    return { answer: undefined, writes: (await setListed(read, property, current, false)) ?? [] };
  });
  const open = bookings.where("propertyId", "==", propertyId).where("state", "in", OPEN);
  for await (const page of pagesOf(open)) {
    await inParallel(page, WIDTH, ({ id }) => callOff(id));
  }
  if (!(await open.select().limit(1).get()).empty) return "later";
  while (!(await isDeleted(ref)));
  return "done";
}

/** One round. A review that comes meanwhile moves the rating, and takes another. */
async function isDeleted(ref: DocumentReference<Property>): Promise<boolean> {
  const { updateTime: lastUpdateTime } = await ref.get();
  if (!lastUpdateTime) return true;
  for (const below of await ref.listCollections()) await db.recursiveDelete(below);
  await inPages(inventory.where("propertyId", "==", ref.id), ({ ref: month }) => [
    (batch: WriteBatch) => void batch.delete(month),
  ]);
  return (await ifUnchanged(ref.delete({ lastUpdateTime }))) !== undefined;
}

/** Stays at what `person` has offered keep who stayed there, and no host. */
export async function forgetHost({ uid, alias }: Person): Promise<void> {
  const anonymous = { hostId: alias };
  await inPages(bookings.where("hostId", "==", uid), (one) => [update(one, anonymous)]);
  await inPages(guestLists.where("hostId", "==", uid), (one) => [update(one, anonymous)]);
  await inPages(quotes.where("hostId", "==", uid), (one) => [update(one, anonymous)]);
}
