import type { Staff } from "kindling-client";

type Roles = readonly Staff["role"][];

/** Who looks after orders, coupons and what buyers say. */
export const MINDS_ORDERS: Roles = ["order_manager"];

/** Who looks after what is sold, and how much of it there is. */
export const KEEPS_STOCK: Roles = ["inventory_manager"];
