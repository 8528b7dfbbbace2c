import { line, only, webAddress, wholeNumber, wordsUpTo } from "../../support/rulesFields.ts";
import {
  type Field,
  money,
  ofEveryType,
  oneOf,
  optionalText,
  past,
  timeOfWriting,
  without,
} from "../../support/rulesShape.ts";
import { SERVER_TIME } from "../../support/rulesWire.ts";
import { host, traveller } from "./rulesDocuments.ts";

// What fields of travel take from a host, and what they don't, beside those of test/support.

const photo: Field = {
  right: { ...webAddress.right, none: null },
  wrong: without(webAddress.wrong, "nothing"),
};

const timeOfDay: Field = {
  right: { midnight: "00:00", "the last minute": "23:59", "nine in the evening": "21:00" },
  wrong: {
    ...ofEveryType,
    "no time": "",
    "the 24th hour": "24:00",
    "a short hour": "9:30",
    "the 60th minute": "09:60",
    seconds: "09:30:00",
    "a time and a new line": "09:30\n",
    "a blank before it": " 09:30",
    "other digits": "٠٩:٣٠",
  },
};

const times = {
  createdAt: only("when it was made", past, { "the server's time": SERVER_TIME }),
  updatedAt: {
    right: { "the server's time": SERVER_TIME },
    wrong: { ...timeOfWriting.wrong, "what it was": past },
  },
};

/** What stays as it is, though the schema would take another. */
export const frozen = {
  property: ["hostId", "city", "country", "timeZone", "currency", "listed", "rating", "createdAt"],
  roomType: ["sleeps", "hostId", "listed", "openUntil", "createdAt"],
} as const;

export const propertyFields: Record<string, Field> = {
  name: line(120),
  description: optionalText(4000),
  address: line(200),
  photo,
  amenities: wordsUpTo(40),
  checkInFrom: timeOfDay,
  checkOutUntil: timeOfDay,
  mode: oneOf(["instant", "on_request"], ["", "Instant", "on request", "instant\n"]),
  policy: oneOf(["flexible", "moderate", "strict"], ["", "none", "Strict", "strict "]),
  cleaningFee: money,
  taxBasisPoints: wholeNumber(0, 5000),
  hostId: only("its host", host, { "somebody else": traveller }),
  city: only("where it is", "lisbon", { elsewhere: "porto" }),
  country: only("where it is", "PT", { elsewhere: "ES" }),
  timeZone: only("its own", "Europe/Lisbon", { another: "Europe/Madrid" }),
  currency: only("that of all prices", "EUR", { another: "USD" }),
  listed: only("what it is", true, { "what it is not": false }),
  rating: only(
    "what guests gave",
    { count: 2, sum: 9 },
    {
      "a better one": { count: 2, sum: 10 },
      none: { count: 0, sum: 0 },
      "one with more to it": { count: 2, sum: 9, canary: true },
    },
  ),
  ...times,
};

export const roomTypeFields: Record<string, Field> = {
  name: line(120),
  description: optionalText(2000),
  photo,
  price: wholeNumber(100, 100_000_000),
  capacity: wholeNumber(0, 500),
  minStay: wholeNumber(1, 28),
  maxStay: wholeNumber(1, 28),
  sleeps: only("what it is", 2, { more: 4 }),
  hostId: only("its host", host, { "somebody else": traveller }),
  listed: only("what it is", true, { "what it is not": false }),
  openUntil: only("what it is", "2028-06", { "an earlier month": "2027-06", "a later": "2029-06" }),
  ...times,
};
