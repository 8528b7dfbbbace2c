import type { Page } from "playwright-core";
import { addToCart, goToCheckout, order } from "../browser/buying.ts";
import type { Screen } from "./screen.ts";
import { staffScreens } from "./shop/staff.ts";

const shown = (page: Page, words: string) => page.getByText(words).first().waitFor();

/** Orders, as a guest: a new one each time. */
async function orderSomething(page: Page): Promise<void> {
  await addToCart(page, "morning-blend");
  await addToCart(page, "pour-over-kettle");
  await goToCheckout(page, "guest@example.com");
  await order(page);
}

export const screens: readonly Screen[] = [
  {
    name: "shop",
    isShown: true,
    path: "/shop",
    ready: (page) => page.getByRole("button", { name: "Show more" }).waitFor(),
  },
  {
    name: "shop-search",
    path: "/shop?q=roast&category=coffee&to=20",
    ready: (page) => page.getByRole("link", { name: "House Espresso" }).waitFor(),
  },
  {
    name: "shop-nothing-found",
    path: "/shop?q=unicorn",
    ready: (page) => shown(page, "Nothing on our shelves is like that"),
  },
  {
    name: "shop-product",
    isShown: true,
    path: "/shop/products/stoneware-mug",
    ready: (page) => page.getByRole("button", { name: "Add to cart" }).waitFor(),
  },
  {
    name: "shop-product-gone",
    path: "/shop/products/nothing-of-ours",
    ready: (page) => shown(page, "This is not for sale any more"),
  },
  {
    name: "shop-cart-empty",
    path: "/shop/cart",
    ready: (page) => shown(page, "Your cart is empty"),
  },
  {
    name: "shop-cart",
    path: "/shop/products/stoneware-mug",
    async ready(page) {
      await addToCart(page, "stoneware-mug");
      await addToCart(page, "morning-blend");
      await page.getByRole("link", { name: /^Cart/ }).click();
      await shown(page, "Total");
    },
  },
  {
    name: "shop-checkout",
    path: "/shop/products/morning-blend",
    async ready(page) {
      await addToCart(page, "morning-blend");
      await goToCheckout(page, "guest@example.com");
      await page.getByRole("button", { name: /^Order for/ }).waitFor();
    },
  },
  { name: "shop-pay", isShown: true, path: "/shop", ready: orderSomething },
  {
    name: "shop-order",
    isShown: true,
    path: "/shop",
    async ready(page) {
      await orderSomething(page);
      await page.getByRole("link", { name: /^\w{4}-\w{4}-\w{4}$/ }).click();
      await shown(page, "What has happened");
    },
  },
  {
    name: "shop-orders",
    path: "/shop",
    async ready(page) {
      await orderSomething(page);
      await page.getByRole("link", { name: "Your orders" }).click();
      await page.getByRole("link", { name: /^Order \w/ }).waitFor();
    },
  },
  {
    name: "shop-no-such-order",
    path: "/shop/orders/0000000000000000000000000000000000000000",
    as: "customer@example.com",
    ready: (page) => shown(page, "There is no such order among yours"),
  },
  ...staffScreens,
];
