import type { Staff } from "kindling-client";

/** What people may be on the staff, as it is read: "Order manager". */
export const roleNames: Readonly<Record<Staff["role"], string>> = {
  admin: "Admin",
  order_manager: "Order manager",
  inventory_manager: "Inventory manager",
};
