import type { BookingState } from "../../../functions/src/travel/booking/schema.ts";
import type { Property, RoomType } from "../../../functions/src/travel/schema.ts";
import type { Uid } from "../content/demoSite.ts";
import type { Traveller } from "./travellers.ts";

/** A city of the demo, and where one can stay there. */
export interface DemoCity {
  /** As a search asks for it. */
  city: string;
  country: string;
  timeZone: string;
  /** On nights and cleaning, in hundredths of a percent. */
  tax: number;
  /** Months, 1 to 12, in which a night costs more, and those in which it costs less. */
  high: readonly number[];
  low: readonly number[];
  places: readonly DemoPlace[];
}

type Described = Pick<Property, "name" | "description" | "address" | "amenities">;
type Terms = Pick<Property, "checkInFrom" | "checkOutUntil" | "mode" | "policy" | "cleaningFee">;

/** A property of the demo. From 15:00 until 11:00, instant, moderate, no fee, unless it says otherwise. */
export interface DemoPlace extends Described, Partial<Terms> {
  /** Unique over all cities: its documents' ids are made from it. */
  id: string;
  host: Uid;
  rooms: readonly DemoRoom[];
  /** Each year closed from a day until, and without, another: ["01-10", "01-31"]. */
  closed?: readonly [from: string, until: string];
  /** The fewest nights of a stay that begins on one of the last two days of the year. */
  newYear?: number;
  stays?: readonly DemoStay[];
}

/** Any stay of 1 to 28 nights, unless it says otherwise. */
export interface DemoRoom
  extends Pick<RoomType, "name" | "description" | "price" | "capacity" | "sleeps">,
    Partial<Pick<RoomType, "minStay" | "maxStay">> {
  /** Unique in its property. */
  id: string;
}

/** Somebody's stay. What is over ended two days ago at the latest. */
export interface DemoStay {
  by: Traveller;
  room: DemoRoom["id"];
  /** It begins so many days from today. */
  in: number;
  nights: number;
  state: Extract<
    BookingState,
    "requested" | "declined" | "confirmed" | "checked_in" | "completed" | "no_show" | "cancelled"
  >;
  /** 1, unless it says otherwise. */
  rooms?: number;
  /** 2, unless it says otherwise. */
  guests?: number;
  note?: string;
  /** Of what is completed. */
  review?: { rating: number; title: string; text: string };
}
