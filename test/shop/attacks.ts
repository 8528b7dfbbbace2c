import type { Attacks } from "../support/attacks.ts";

export const attacks = {
  "a price in their cart": {
    by: "a customer",
    stoppedBy: "`areLines` takes SKUs and quantities alone; nothing is charged by a cart.",
  },
  "a price, a total or a discount in their order": {
    by: "a customer who calls the function without our app",
    stoppedBy:
      "`PlaceOrder` takes ids and quantities; `priceOrder` looks up the rest, and what was shown is only compared.",
  },
  "less than nothing": {
    by: "a customer, by quantities that are negative, broken, endless or text",
    stoppedBy:
      "`Quantity` is a whole number from 1 to 99, and `RequestedLines` names each SKU once.",
  },
  "an order written by hand": {
    by: "a customer, and an order manager",
    stoppedBy: "`match /orders/{order}` lets nobody write: `placeOrder` and what follows it do.",
  },
  "another's order": {
    by: "a customer who knows its id, and one who looks for some",
    stoppedBy: "Rules ask for `isUser(before().uid)`; `own` answers as if there were none.",
  },
  "another's cart and addresses": {
    by: "a customer, and an admin, by a uid in the path that is not theirs",
    stoppedBy: "`isUser(uid)` compares the path with the token, and no role opens it.",
  },
  "another's request id": {
    by: "a customer who has seen it",
    stoppedBy: "`idOf` makes the order's id of the caller's uid, too.",
  },
  "a request id once more, for more": {
    by: "a customer who pays for one and would like ten",
    stoppedBy: "`refuseOtherInput` compares the fingerprint of the first request.",
  },
  "everything there is, reserved for nobody": {
    by: "a competitor who orders and does not pay",
    stoppedBy: "`ORDER_LIMIT` is counted in the commit of the order, and what is not paid expires.",
  },
  "coupons by guessing": {
    by: "a customer with a list of words",
    stoppedBy: "No rule shows `coupons` to customers; `nameCoupon` counts before anybody looks.",
  },
  "a coupon once more": {
    by: "a customer, and guests who are somebody new each time",
    stoppedBy:
      "`redeem` counts in the commit of the order, by person for confirmed addresses alone.",
  },
  "an event that the provider has not sent": {
    by: "anybody who knows the address of the webhook",
    stoppedBy: "`receiveEvent` checks the signature over the raw body before anything is read.",
  },
  "the event that paid their order, once more": {
    by: "who has recorded it, within five minutes",
    stoppedBy: "`isSeen` finds that it was applied, in the commit that would apply it.",
  },
  "a payment of less": {
    by: "a payer, by an amount of their own, and by another's payment",
    stoppedBy:
      "`pay` takes an order's id alone; `hear` compares what was paid with what was asked for.",
  },
  "money back": {
    by: "a customer, a manager of another kind, and an order manager who gives back too much",
    stoppedBy: "`refundOrder` is for order managers; `refundable` bounds it by what was captured.",
  },
  "a review of what they have not bought": {
    by: "a customer, with a purchase of their own making in the same commit",
    stoppedBy: "`hasBought` looks at `purchases`, where the server alone writes, as it was before.",
  },
  "stars without a review, or twice": {
    by: "a buyer, by the product's rating alone or by more than their review gives",
    stoppedBy: "`isMovedWith` holds the rating to what the commit does to the caller's own review.",
  },
  "a price among the stars": {
    by: "a buyer who writes a review that is right",
    stoppedBy: "`isMovedWith` lets the `rating` change and no other field.",
  },
  "another's review": {
    by: "a buyer, and staff who are not asked",
    stoppedBy:
      "The review's id is its owner's uid (`isUser(uid)`); `removeReview` is for order managers.",
  },
  "what is not on sale yet": {
    by: "a customer, and who was staff, by its id, a list or its stock",
    stoppedBy: "Rules show what is `active`, and hold each list to that.",
  },
  "what another has done as a guest": {
    by: "a customer with a token that is not a guest's, or not ours",
    stoppedBy: "`guestOf` has the token verified, and takes an anonymous one alone.",
  },
  "a stranger's mailbox": {
    by: "a guest who orders in a stranger's address, and cancels",
    stoppedBy: "`cancelOrder` writes to nobody of an order that was never paid.",
  },
} satisfies Attacks;
