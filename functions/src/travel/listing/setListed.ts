import type { DocumentSnapshot } from "firebase-admin/firestore";
import { now, stamp } from "../../core/clock.ts";
import { type Read, update, type Write } from "../../core/decide.ts";
import { addMonths, monthOf, todayIn } from "../calendar/dates.ts";
import { type InventoryMonth, inventoryOf, type Room } from "../calendar/schema.ts";
import { sheetOf, writeSheet } from "../calendar/sheet.ts";
import { type Property, type RoomType, roomTypesOf } from "../schema.ts";

/**
 * Has a property found, or no more: itself, its room types and all their months to come. Answers nothing
 * where there is no room type. Billed some 14 reads and 27 writes a room type.
 */
export async function setListed(
  read: Read,
  property: DocumentSnapshot<Property>,
  { timeZone }: Property,
  listed: boolean,
): Promise<Write[] | undefined> {
  const { docs } = await roomTypesOf(property.id).get();
  if (docs.length === 0) return undefined;
  const from = monthOf(todayIn(timeZone, now()));
  const calendars = await Promise.all(
    docs.map((roomType) => listCalendar(read, roomType, property.id, from, listed)),
  );
  return [update(property, { listed, updatedAt: stamp() }), ...calendars.flat()];
}

async function listCalendar(
  read: Read,
  roomType: DocumentSnapshot<RoomType>,
  propertyId: string,
  from: string,
  listed: boolean,
): Promise<Write[]> {
  const room: Room = { propertyId, roomTypeId: roomType.id };
  const months: string[] = [];
  const until = roomType.data()?.openUntil ?? from;
  for (let month = from; month < until; month = addMonths(month, 1)) months.push(month);
  const found = await read(...months.map((month) => inventoryOf(room, month)));
  const sheet = sheetOf(found as readonly DocumentSnapshot<InventoryMonth>[]);
  const after = Object.entries(sheet.months).map(([name, month]) => [name, { ...month, listed }]);
  return [update(roomType, { listed }), ...writeSheet(sheet, Object.fromEntries(after))];
}
