/** The map of the back end: one line per module. A function's name is `<module>-<export>`. */
import "./core/start.ts";
import { personalData as accounts } from "./accounts/personalData.ts";
import { payTo } from "./core/payments/payees.ts";
import { holdPersonalData } from "./core/personalData.ts";
import { settleOrder } from "./shop/order/settleOrder.ts";

export * as accounts from "./accounts/index.ts";
export * as mail from "./core/mail/index.ts";
export * as payments from "./core/payments/index.ts";
export * as shop from "./shop/index.ts";

// Who is told of money, by what was paid for.
payTo({ orders: settleOrder });

// Who keeps data about people.
holdPersonalData({ accounts });
