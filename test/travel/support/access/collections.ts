import {
  Booking,
  BookingChange,
  CancellationQuote,
  GuestList,
  Quote,
  Reference,
} from "../../../../functions/src/travel/booking/schema.ts";
import {
  AvailabilityMonth,
  InventoryMonth,
} from "../../../../functions/src/travel/calendar/schema.ts";
import { Property, RoomType, StayReview } from "../../../../functions/src/travel/schema.ts";
import type { Cast, Collection, Place } from "../../../support/access/table.ts";
import * as good from "../rulesDocuments.ts";

/** What somebody is to a stay, or to where it is; who is nothing to it, by how they have signed in. */
export type Role = "traveller" | "host" | "another" | "orderManager" | "unconfirmed" | "nobody";

export const cast: Cast<Role> = {
  roles: {
    traveller: { called: "its traveller", people: ["customer", "guest", "shut-out"] },
    host: { called: "its host", people: ["other-customer", "unverified", "signed-out"] },
    another: {
      called: "another traveller or host",
      people: [
        "customer",
        "inventory-manager",
        "disabled-manager",
        "canary-manager",
        "forged-admin",
      ],
    },
    orderManager: {
      called: "order manager",
      people: ["order-manager", "admin", "shut-out-admin"],
    },
    unconfirmed: {
      called: "guest, or unverified",
      people: ["guest", "unverified", "unverified-admin"],
    },
    nobody: { called: "not signed in", people: ["nobody"] },
  },
};

/** The stay that is at a place. */
const stay = ({ id, uid, role }: Place<Role>): good.Stay => ({
  id,
  traveller: role === "traveller" ? uid : "a-traveller",
  host: role === "host" ? uid : "a-host",
});

const read = ["get", "list"] as const;
const get = ["get"] as const;
const everybody = {
  traveller: read,
  host: read,
  another: read,
  orderManager: read,
  unconfirmed: read,
  nobody: read,
} as const;
const hosts = { host: [...read, "update"] } as const;
const unlisted = { listed: false };

const room = ({ id }: Place) => `properties/${id}/roomTypes/double`;
const properties = {
  path: "properties/{property}",
  schema: Property,
  at: ({ id }: Place) => `properties/${id}`,
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
  at: (place: Place) => `${room(place)}/availability/2027-05`,
  by: ["listed", "hostId"],
  wish: { priceFrom: 1_00 },
};
const guestLists = {
  path: "guestLists/{booking}",
  schema: GuestList,
  at: ({ id }: Place) => `guestLists/${id}`,
  by: ["uid", "hostId"],
  wish: { note: "Late." },
};

export const collections: readonly Collection<Role>[] = [
  {
    ...properties,
    which: "listed",
    who: { ...everybody, ...hosts },
    document: (place) => good.property(stay(place)),
  },
  {
    ...properties,
    which: "not listed",
    who: hosts,
    document: (place) => good.property(stay(place), unlisted),
  },
  {
    ...roomTypes,
    which: "listed",
    who: { ...everybody, ...hosts },
    document: (place) => good.roomType(stay(place)),
  },
  {
    ...roomTypes,
    which: "not listed",
    who: hosts,
    document: (place) => good.roomType(stay(place), unlisted),
  },
  {
    ...availability,
    which: "listed",
    who: everybody,
    document: (place) => good.availability(stay(place)),
  },
  {
    ...availability,
    which: "not listed",
    who: { host: read },
    document: (place) => good.availability(stay(place), unlisted),
  },
  {
    path: "inventory/{month}",
    who: { host: read },
    schema: InventoryMonth,
    document: (place) => good.inventory(stay(place)),
    at: ({ id }) => `inventory/${id}_double_2027-05`,
    by: ["hostId"],
    wish: { holds: {} },
  },
  {
    path: "properties/{property}/stayReviews/{booking}",
    who: everybody,
    schema: StayReview,
    document: (place) => good.review(stay(place)),
    at: ({ id }) => `properties/${id}/stayReviews/${id}`,
    by: [null],
    wish: { text: "Loud." },
  },
  {
    path: "quotes/{quote}",
    who: { traveller: get },
    schema: Quote,
    document: (place) => good.quote(stay(place)),
    at: ({ id }) => `quotes/${id}`,
    by: ["uid"],
    wish: { totals: { nights: 1, cleaning: 0, tax: 0, total: 1 } },
  },
  {
    path: "bookings/{booking}",
    who: { traveller: read, host: read, orderManager: read },
    schema: Booking,
    document: (place) => good.booking(stay(place)),
    at: ({ id }) => `bookings/${id}`,
    by: ["uid", "hostId", null],
    wish: { state: "completed" },
  },
  {
    ...guestLists,
    which: "not confirmed yet",
    who: { traveller: get },
    document: (place) => good.guestList(stay(place), null),
  },
  {
    ...guestLists,
    which: "confirmed",
    who: { traveller: get, host: get },
    document: (place) => good.guestList(stay(place), stay(place).host),
  },
  {
    path: "bookingChanges/{change}",
    who: { traveller: read },
    schema: BookingChange,
    document: (place) => good.bookingChange(stay(place)),
    at: ({ id }) => `bookingChanges/${id}`,
    by: ["uid"],
    wish: { state: "applied" },
  },
  {
    path: "cancellationQuotes/{booking}",
    who: {},
    schema: CancellationQuote,
    document: () => good.cancellationQuote(),
    at: ({ id }) => `cancellationQuotes/${id}`,
    by: [null],
    wish: { refund: 233_20 },
  },
  {
    path: "references/{code}",
    who: {},
    schema: Reference,
    document: (place) => good.reference(stay(place)),
    at: ({ id }) => `references/${id}`,
    by: [null],
    wish: { bookingId: "another" },
  },
];
