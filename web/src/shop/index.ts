import { Package, ShoppingBag } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";
import { shop as backend } from "../core/backend.ts";
import { staffEntries, staffPages } from "./staff/index.ts";

export const shop: AppModule = {
  name: "shop",
  entry: {
    title: "Shop",
    path: "/shop",
    icon: ShoppingBag,
    about: "Search, a cart, checkout with 3-D Secure, orders you can track.",
  },
  pages: [
    page("/shop", () => import("./Catalogue.tsx")),
    page("/shop/products/:productId", () => import("./Product.tsx")),
    page("/shop/cart", () => import("./Cart.tsx")),
    page("/shop/checkout", () => import("./Checkout.tsx")),
    page("/shop/orders", () => import("./Orders.tsx")),
    page("/shop/orders/:orderId", () => import("./Order.tsx")),
    page("/shop/orders/:orderId/pay", () => import("./Pay.tsx")),
    ...staffPages,
  ],
  account: [{ title: "Orders", path: "/shop/orders", icon: Package }],
  staff: staffEntries,
  adoptGuest: (guestToken) => backend.call.adoptGuest({ guestToken }),
};
