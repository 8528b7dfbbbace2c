import { limit, orderBy, query, Timestamp, where } from "firebase/firestore";
import type { Order } from "kindling-client";
import { shop } from "../../../core/backend.ts";
import { readPages } from "../../../core/readPages.ts";

export interface Sales {
  /** Newest first. */
  orders: readonly Order[];
  /** There are more than were read. */
  hasMore: boolean;
}

const PAGE_SIZE = 50;

/** Each order that is read is billed: a busier shop keeps sums a day, written with the orders. */
const MAX_PAGES = 4;

/** The orders placed since then, the newest 200 of them. */
export async function readSales(since: Date): Promise<Sales> {
  const placed = query(
    shop.documents.orders,
    where("placedAt", ">=", Timestamp.fromDate(since)),
    orderBy("placedAt", "desc"),
    limit(PAGE_SIZE),
  );
  const { found, hasMore } = await readPages(placed, PAGE_SIZE, MAX_PAGES);
  return { orders: found, hasMore };
}
