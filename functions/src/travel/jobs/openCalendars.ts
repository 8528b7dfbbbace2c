import type { DocumentReference } from "firebase-admin/firestore";
import { decide, update } from "../../core/decide.ts";
import { each } from "../../core/each.ts";
import { todayIn } from "../calendar/dates.ts";
import { openMonths } from "../calendar/sheet.ts";
import { newMonths, openUntilAt, openUntilNow } from "../listing/openMonths.ts";
import { allRoomTypes, properties, type RoomType } from "../schema.ts";

type Outcome = "opened" | "gone" | "failed";

/**
 * Opens the next month of each calendar that does not go a year ahead any more, at most `limit`, each day as
 * its host has said it usually is, once the month has begun in every zone. Safe to run as often, and as often at once, as one likes. Costs one read
 * when there is nothing to do.
 */
export async function openCalendars(now: Date, limit: number): Promise<Outcome[]> {
  const until = openUntilAt(todayIn("Etc/GMT+12", now));
  const due = allRoomTypes.where("openUntil", "<", until).orderBy("openUntil");
  const { docs } = await due.limit(limit).get();
  return each(docs, ({ ref }) => openNext(ref));
}

const openNext = (ref: DocumentReference<RoomType>): Promise<Outcome> =>
  decide(async (read) => {
    const propertyId = ref.parent.parent?.id ?? "";
    const [roomType, property] = await read(ref, properties.doc(propertyId));
    const [current, home] = [roomType.data(), property.data()];
    if (!current || !home) return { answer: "gone" };
    const until = openUntilNow(home);
    if (current.openUntil >= until) return { answer: "gone" };
    const room = { propertyId, roomTypeId: ref.id };
    const months = newMonths(room, home, current, current.openUntil, until);
    return {
      answer: "opened",
      writes: [update(roomType, { openUntil: until }), ...openMonths(months)],
    };
  });
