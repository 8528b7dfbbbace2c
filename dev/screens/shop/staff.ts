import type { Page } from "playwright-core";
import type { Screen } from "../screen.ts";

const orders = { as: "orders@example.com" };
const stock = { as: "stock@example.com" };

const heading = (name: string, level: number) => (page: Page) =>
  page.getByRole("heading", { name, level, exact: true }).waitFor();

const shown = (words: string) => (page: Page) => page.getByText(words).first().waitFor();

const listed = (page: Page) => page.locator(".lines li, .empty").first().waitFor();

/** Of who looks after the shop. */
export const staffScreens: readonly Screen[] = [
  {
    ...orders,
    name: "shop-staff-sales",
    isShown: true,
    path: "/staff/sales",
    ready: shown("After refunds"),
  },
  {
    ...orders,
    name: "shop-staff-orders",
    path: "/staff/orders?show=pending_payment",
    ready: listed,
  },
  {
    ...orders,
    name: "shop-staff-order",
    path: "/staff/orders?show=pending_payment",
    async ready(page) {
      // The customers' screens have placed some.
      await page
        .getByRole("link", { name: /^\w{4}-\w{4}-\w{4}$/ })
        .first()
        .click();
      await heading("What happened", 2)(page);
    },
  },
  {
    ...orders,
    name: "shop-staff-no-such-order",
    path: "/staff/orders/0000000000000000000000000000000000000000",
    ready: shown("There is no such order"),
  },
  {
    ...orders,
    name: "shop-staff-coupons",
    path: "/staff/coupons",
    ready: listed,
  },
  {
    ...orders,
    name: "shop-staff-new-coupon",
    path: "/staff/coupons",
    async ready(page) {
      await page.getByRole("button", { name: "New coupon" }).click();
      await heading("New coupon", 2)(page);
    },
  },
  {
    ...orders,
    name: "shop-staff-reviews",
    path: "/staff/reviews?word=coffee",
    ready: shown("Cone filter papers"),
  },
  {
    ...orders,
    name: "shop-staff-reviews-of-product",
    path: "/staff/reviews/cone-filter-papers",
    ready: heading("Reviews of Cone filter papers", 1),
  },
  {
    ...orders,
    name: "shop-staff-not-theirs",
    path: "/staff/stock",
    ready: shown("This is for staff"),
  },
  { ...stock, name: "shop-staff-stock", path: "/staff/stock", ready: shown("to sell") },
  {
    ...stock,
    name: "shop-staff-shelf",
    isShown: true,
    path: "/staff/stock/pour-over-kettle",
    ready: shown("Received"),
  },
  {
    ...stock,
    name: "shop-staff-catalogue",
    path: "/staff/catalogue",
    ready: listed,
  },
  {
    ...stock,
    name: "shop-staff-product",
    path: "/staff/catalogue/products/oak-chopping-board",
    ready: shown("35 × 52 cm"),
  },
  {
    ...stock,
    name: "shop-staff-variant",
    path: "/staff/catalogue/products/oak-chopping-board",
    async ready(page) {
      await page.getByRole("button", { name: "Change Oak chopping board, 35 × 52 cm" }).click();
      await page.getByRole("dialog").getByLabel("Price in EUR").waitFor();
    },
  },
  {
    ...stock,
    name: "shop-staff-new-product",
    path: "/staff/catalogue/new",
    ready: (page) => page.getByLabel("Id and first SKU").waitFor(),
  },
  {
    ...stock,
    name: "shop-staff-import",
    path: "/staff/catalogue/import",
    async ready(page) {
      const rows = ["product,name,category,sku,price", "mug,Mug,kitchen,mug,free"];
      const buffer = Buffer.from(rows.join("\n"));
      await page.getByLabel("File").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer });
      await page.getByRole("button", { name: "Check the file" }).click();
      await heading("1 fault", 2)(page);
    },
  },
];
