import { ShoppingBag } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";

export const shop: AppModule = {
  entry: {
    title: "Shop",
    path: "/shop",
    icon: ShoppingBag,
    about: "Search, a cart, checkout with 3-D Secure, orders you can track.",
  },
  pages: [page("/shop", () => import("./Catalogue.tsx"))],
};
