import {
  Boxes,
  ChartColumn,
  ClipboardList,
  LibraryBig,
  MessageSquareWarning,
  Ticket,
} from "lucide";
import { type AppPage, page, type StaffEntry } from "../../core/appModule.ts";
import { KEEPS_STOCK, MINDS_ORDERS } from "./roles.ts";

/** The staff's part of the shop's menu. */
export const staffEntries: readonly StaffEntry[] = [
  { title: "Sales", path: "/staff/sales", icon: ChartColumn, roles: MINDS_ORDERS },
  { title: "Orders", path: "/staff/orders", icon: ClipboardList, roles: MINDS_ORDERS },
  { title: "Coupons", path: "/staff/coupons", icon: Ticket, roles: MINDS_ORDERS },
  { title: "Reviews", path: "/staff/reviews", icon: MessageSquareWarning, roles: MINDS_ORDERS },
  { title: "Stock", path: "/staff/stock", icon: Boxes, roles: KEEPS_STOCK },
  { title: "Catalogue", path: "/staff/catalogue", icon: LibraryBig, roles: KEEPS_STOCK },
];

export const staffPages: readonly AppPage[] = [
  page("/staff/sales", () => import("./sales/Sales.tsx")),
  page("/staff/orders", () => import("./orders/Orders.tsx")),
  page("/staff/orders/:orderId", () => import("./orders/OrderPage.tsx")),
  page("/staff/coupons", () => import("./coupons/Coupons.tsx")),
  page("/staff/reviews", () => import("./reviews/Reviews.tsx")),
  page("/staff/reviews/:productId", () => import("./reviews/ReviewsOfProduct.tsx")),
  page("/staff/stock", () => import("./stock/StockList.tsx")),
  page("/staff/stock/:sku", () => import("./stock/ShelfPage.tsx")),
  page("/staff/catalogue", () => import("./catalogue/CatalogueList.tsx")),
  page("/staff/catalogue/new", () => import("./catalogue/NewProduct.tsx")),
  page("/staff/catalogue/import", () => import("./catalogue/Import.tsx")),
  page("/staff/catalogue/products/:productId", () => import("./catalogue/ProductPage.tsx")),
];
