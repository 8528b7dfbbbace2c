import type { Attacks } from "../support/attacks.ts";

export const attacks = {
  "a price of their own for a stay": {
    by: "a traveller, in what they ask, hold or pay, and in the quote itself",
    stoppedBy:
      "`priceStay` works it out from the calendar; `HoldStay` takes a quote's id, and nobody writes `quotes`.",
  },
  "fewer than no nights": {
    by: "a traveller, by dates and numbers that are none",
    stoppedBy: "`QuoteStay` checks dates, nights, rooms and guests before anything is read.",
  },
  "another's quote": {
    by: "a traveller who knows its id",
    stoppedBy: "`holdStay` answers as if there were none; rules ask for `isUser(before().uid)`.",
  },
  "another's booking": {
    by: "a traveller and another host, by every function, by its id and by lists",
    stoppedBy: "`own` and `hosted` answer as if there were none; rules ask whose it is.",
  },
  "who comes to another's house": {
    by: "a stranger, and its host before the stay is confirmed",
    stoppedBy:
      "`guestLists` are for their traveller, and for the host whom `newGuestList` leaves out until then.",
  },
  "a booking written by hand": {
    by: "a traveller, a host and an order manager",
    stoppedBy: "`match /bookings/{booking}` lets nobody write.",
  },
  "rooms that are not there": {
    by: "a host and a traveller, by the calendar or what is counted behind it",
    stoppedBy:
      "Nobody writes `inventory` and `availability`: `writeSheet` writes both in one commit.",
  },
  "every room, held for nobody": {
    by: "a competitor who holds and does not pay",
    stoppedBy:
      "`HOLD_LIMIT` is counted in the commit of the hold, and a hold lapses by its own time.",
  },
  "a request id once more, for another stay": {
    by: "a traveller with a dearer quote",
    stoppedBy: "`refuseOtherInput` compares the fingerprint of the first request.",
  },
  "their own house": {
    by: "a host who would book it, for its stars or another's card",
    stoppedBy: "`quoteStay` refuses `own-property`, and there is no hold without a quote.",
  },
  "stars for a stay that was none": {
    by: "a traveller before the stay is over, a stranger, and the host",
    stoppedBy:
      "`reviewStay` takes a booking of the caller's that is completed; nobody writes `stayReviews`.",
  },
  "another's review": {
    by: "the host whom it is about, and another traveller",
    stoppedBy:
      "`withdrawReview` is for its author and order managers; others hear that there is none.",
  },
  "a house that is better than it is": {
    by: "its host, by stars, city, owner or fields of their own",
    stoppedBy:
      "`changesOnly` names what a host may write; the rest stays, and `listed` is set by `listProperty`.",
  },
  "another's house": {
    by: "another host and an admin",
    stoppedBy: "`isUser(before().hostId)` asks the document, not the writer, whose it is.",
  },
  "a house that is not listed": {
    by: "a traveller, by its id, its calendar or a list",
    stoppedBy: "Rules show what is `listed`, and hold each list to that.",
  },
  "more money back": {
    by: "a traveller, by a quote of another stay, an amount of their own or twice",
    stoppedBy:
      "`refundBy` takes the newest quote of that stay alone; who has cancelled hears the first answer.",
  },
} satisfies Attacks;
