/** The map of the back end: one line per module. A function's name is `<module>-<export>`. */
import "./core/start.ts";
import { personalData as accountsData } from "./accounts/personalData.ts";
import { personalData as contentData } from "./content/personalData.ts";
import { personalData as coreData } from "./core/ownData.ts";
import { payTo } from "./core/payments/payees.ts";
import { holdPersonalData } from "./core/personalData.ts";
import { settleOrder } from "./shop/order/settleOrder.ts";
import { personalData as shopData } from "./shop/personalData.ts";
import { personalData as todosData } from "./todos/personalData.ts";
import { settleBooking } from "./travel/booking/settleBooking.ts";
import { settleChange } from "./travel/booking/settleChange.ts";
import { personalData as travelData } from "./travel/personalData.ts";

export * as accounts from "./accounts/index.ts";
export * as content from "./content/index.ts";
export * as mail from "./core/mail/index.ts";
export * as payments from "./core/payments/index.ts";
export * as shop from "./shop/index.ts";
export * as todos from "./todos/index.ts";
export * as travel from "./travel/index.ts";

// Who is told of money, by what was paid for.
payTo({ orders: settleOrder, bookings: settleBooking, bookingChanges: settleChange });

// Who keeps data about people: what they may take along, and what goes with them.
holdPersonalData({
  accounts: accountsData,
  content: contentData,
  core: coreData,
  shop: shopData,
  todos: todosData,
  travel: travelData,
});
