import type { DocumentData } from "firebase/firestore/lite";
import type * as z from "zod";
import {
  Booking,
  BookingChange,
  CancellationQuote,
  GuestList,
  Quote,
  Reference,
} from "../../functions/src/travel/booking/schema.ts";
import { AvailabilityMonth, InventoryMonth } from "../../functions/src/travel/calendar/schema.ts";
import { Property, RoomType, StayReview } from "../../functions/src/travel/schema.ts";
import * as good from "./support/rulesDocuments.ts";

/** What somebody is to a stay, or to where it is; who is nothing to it, by how they have signed in. */
export const roles = [
  "traveller",
  "host",
  "another",
  "orderManager",
  "unconfirmed",
  "nobody",
] as const;
export type Role = (typeof roles)[number];

/** To list is to ask for at most 50, by what makes them one's own. */
export const operations = ["get", "list", "create", "update", "delete"] as const;
export type Operation = (typeof operations)[number];

/** What stands in a collection, and who may do what with it. */
export interface Row {
  /** As the rules have it. */
  path: string;
  /** Where not all of it is alike. */
  which?: string;
  who: Partial<Record<Role, readonly Operation[]>>;
  schema: z.ZodType;
  document: (stay: good.Stay) => DocumentData;
  /** Its path. */
  at: (stay: good.Stay) => string;
  /** What a list is asked for by: one of these fields, or nothing. */
  by: readonly (string | null)[];
  /** What its owner might like to be otherwise. */
  wish: DocumentData;
}

const read = ["get", "list"] as const;
const get = ["get"] as const;
const everybody = Object.fromEntries(roles.map((role) => [role, read]));
const hosts = { host: [...read, "update"] } as const;
const unlisted = { listed: false };

const room = ({ id }: good.Stay) => `properties/${id}/roomTypes/double`;
const properties = {
  path: "properties/{property}",
  schema: Property,
  at: ({ id }: good.Stay) => `properties/${id}`,
  by: ["listed", "hostId"],
  wish: { name: "House on the Hill" },
};
const roomTypes = {
  path: "properties/{property}/roomTypes/{roomType}",
  schema: RoomType,
  at: room,
  by: ["listed", "hostId"],
  wish: { price: 120_00 },
};
const availability = {
  path: "properties/{property}/roomTypes/{roomType}/availability/{month}",
  schema: AvailabilityMonth,
  at: (stay: good.Stay) => `${room(stay)}/availability/2027-05`,
  by: ["listed", "hostId"],
  wish: { priceFrom: 1_00 },
};
const guestLists = {
  path: "guestLists/{booking}",
  schema: GuestList,
  at: ({ id }: good.Stay) => `guestLists/${id}`,
  by: ["uid", "hostId"],
  wish: { note: "Late." },
};

/**
 * Who may do what in travel, under the rules. Tests go through all of it, for what is one's own and for
 * another's; docs/access.md shows it.
 */
export const rows: readonly Row[] = [
  {
    ...properties,
    which: "listed",
    who: { ...everybody, ...hosts },
    document: good.property,
  },
  {
    ...properties,
    which: "not listed",
    who: hosts,
    document: (stay) => good.property(stay, unlisted),
  },
  {
    ...roomTypes,
    which: "listed",
    who: { ...everybody, ...hosts },
    document: good.roomType,
  },
  {
    ...roomTypes,
    which: "not listed",
    who: hosts,
    document: (stay) => good.roomType(stay, unlisted),
  },
  { ...availability, which: "listed", who: everybody, document: good.availability },
  {
    ...availability,
    which: "not listed",
    who: { host: read },
    document: (stay) => good.availability(stay, unlisted),
  },
  {
    path: "inventory/{month}",
    who: { host: read },
    schema: InventoryMonth,
    document: good.inventory,
    at: ({ id }) => `inventory/${id}_double_2027-05`,
    by: ["hostId"],
    wish: { holds: {} },
  },
  {
    path: "properties/{property}/stayReviews/{booking}",
    who: everybody,
    schema: StayReview,
    document: good.review,
    at: ({ id }) => `properties/${id}/stayReviews/${id}`,
    by: [null],
    wish: { text: "Loud." },
  },
  {
    path: "quotes/{quote}",
    who: { traveller: get },
    schema: Quote,
    document: good.quote,
    at: ({ id }) => `quotes/${id}`,
    by: ["uid"],
    wish: { totals: { nights: 1, cleaning: 0, tax: 0, total: 1 } },
  },
  {
    path: "bookings/{booking}",
    who: { traveller: read, host: read, orderManager: read },
    schema: Booking,
    document: good.booking,
    at: ({ id }) => `bookings/${id}`,
    by: ["uid", "hostId", null],
    wish: { state: "completed" },
  },
  {
    ...guestLists,
    which: "not confirmed yet",
    who: { traveller: get },
    document: (stay) => good.guestList(stay, null),
  },
  {
    ...guestLists,
    which: "confirmed",
    who: { traveller: get, host: get },
    document: (stay) => good.guestList(stay, stay.host),
  },
  {
    path: "bookingChanges/{change}",
    who: { traveller: read },
    schema: BookingChange,
    document: good.bookingChange,
    at: ({ id }) => `bookingChanges/${id}`,
    by: ["uid"],
    wish: { state: "applied" },
  },
  {
    path: "cancellationQuotes/{booking}",
    who: {},
    schema: CancellationQuote,
    document: good.cancellationQuote,
    at: ({ id }) => `cancellationQuotes/${id}`,
    by: [null],
    wish: { refund: 233_20 },
  },
  {
    path: "references/{code}",
    who: {},
    schema: Reference,
    document: good.reference,
    at: ({ id }) => `references/${id}`,
    by: [null],
    wish: { bookingId: "another" },
  },
];

const heads: Record<Role, string> = {
  traveller: "its traveller",
  host: "its host",
  another: "another traveller or host",
  orderManager: "order manager",
  unconfirmed: "guest, or unverified",
  nobody: "not signed in",
};

export const nameOf = ({ path, which }: Row): string => `\`${path}\`${which ? `, ${which}` : ""}`;

/** The table that docs/access.md shows. */
export const accessTable = (): string =>
  [
    `| ${["", ...roles.map((role) => heads[role])].join(" | ")} |`,
    `|${"---|".repeat(roles.length + 1)}`,
    ...rows.map(
      (row) =>
        `| ${nameOf(row)} | ${roles.map((role) => row.who[role]?.join(", ") ?? "–").join(" | ")} |`,
    ),
  ].join("\n");
