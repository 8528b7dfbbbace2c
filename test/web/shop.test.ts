import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { addToCart, goToCheckout, order } from "../../dev/browser/buying.ts";
import { payWith } from "../../dev/browser/card.ts";
import { signUp } from "../../dev/browser/device.ts";
import { mailsTo, waitForMail } from "../../dev/mailbox.ts";
import { running } from "../support/firestore.ts";
import { assertAccessible, useBrowser } from "./support/browser.ts";
import { deliver, sell, ship, takeOffSale } from "./support/shopStaff.ts";

const { inboxUrl } = running;

const badge = (page: Page, word: string) =>
  page.getByRole("main").locator(".badge", { hasText: word }).waitFor();

const orderIdOf = (page: Page): string => /orders\/([0-9a-f]{40})/.exec(page.url())?.[1] ?? "";

describe("web: the shop", function () {
  this.timeout(180_000);
  const { device } = useBrowser();

  it("finds by words, category and price, and goes back to what was found before", async () => {
    const page = await device();
    await page.goto("/shop");
    await page.getByRole("link", { name: "Kitchen", exact: true }).click();
    await page.getByLabel("Search").fill("cast iron");
    await page.getByLabel("To €").fill("40");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: "Cast-iron pan" }).waitFor();
    assert.equal(new URL(page.url()).search, "?q=cast+iron&category=kitchen&to=40");
    await page.getByLabel("To €").fill("3");
    await page.getByLabel("To €").press("Enter");
    await page.getByText("Nothing on our shelves is like that").waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "Cast-iron pan" }).waitFor();
    assert.equal(await page.getByLabel("To €").inputValue(), "40");
    await page.getByRole("link", { name: "Show everything" }).click();
    await page.getByRole("button", { name: "Show more" }).click();
    await page.getByText("24 products so far").waitFor();
  });

  it("is bought at: a declined card leaves the order unpaid, and a bank that asks is answered", async () => {
    const page = await device();
    const email = await signUp(page, running);
    await page.goto("/shop?q=morning");
    await page.getByRole("link", { name: "Morning Blend" }).click();
    await page.getByLabel("1 kg").check();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByText("your cart holds 1 piece of it").waitFor();
    await goToCheckout(page);
    await order(page);
    await payWith(page, "declined");
    await page.getByText("Your card was declined.").waitFor();
    await waitForMail(inboxUrl, email, "did not go through");
    await payWith(page, "asks");
    await page.getByRole("button", { name: "Approve" }).click();
    await badge(page, "Paid");
    const { text } = await waitForMail(inboxUrl, email, "Your order");
    assert.match(text, /1 × Morning Blend, 1 kg/);
    await page.getByText("A payment did not go through").waitFor();
    await assertAccessible(page);
    // The cart is empty, and the address is kept for the next order.
    await addToCart(page, "morning-blend");
    await page.goto("/shop/checkout");
    await page.getByLabel("Ada Newcomer, Lindenweg 4, 20095 Hamburg, Germany").waitFor();
    await page.getByText("1 × Morning Blend, 250 g").waitFor();
    assert.equal(await page.getByText("Morning Blend, 1 kg").count(), 0);
  });

  it("sells to guests, writes to the address that they give, and shows by itself what becomes of it", async () => {
    const page = await device();
    const email = `guest-${crypto.randomUUID()}@example.com`;
    await addToCart(page, "pour-over-kettle");
    await goToCheckout(page, email);
    await order(page);
    await payWith(page, "pays");
    await badge(page, "Paid");
    await waitForMail(inboxUrl, email, "Your order");

    const trackingNumber = await ship(orderIdOf(page));
    await page.getByText(trackingNumber).waitFor();
    await badge(page, "On its way");
    await deliver(orderIdOf(page));
    await page.getByRole("link", { name: "Review it" }).click();
    await page.getByText("You have bought this. How is it?").waitFor();
    await assertAccessible(page);

    await page.getByLabel("4 stars").check({ force: true });
    const title = `Pours well ${crypto.randomUUID()}`;
    await page.getByLabel("In a few words").fill(title);
    await page.getByLabel("Your name").fill("Ada");
    await page.getByRole("button", { name: "Publish the review" }).click();
    await page.getByText("This is your review.").waitFor();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("5 stars").check({ force: true });
    await page.getByRole("button", { name: "Save the review" }).click();
    await page.getByText("This is your review.").waitFor();
    const other = await device();
    await other.goto("/shop/products/pour-over-kettle");
    await other.getByRole("heading", { name: title }).waitFor();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Publish the review" }).waitFor();
  });

  it("sells at no other price than the one shown, and shows the new one", async () => {
    const page = await device();
    const productId = `test-${Date.now()}`;
    await sell(productId, "10.00");
    await addToCart(page, productId);
    await sell(productId, "12.00");
    await page.getByRole("link", { name: /^Cart/ }).click();
    await page.getByText("It was €10.00 when you put it in.").waitFor();
    await goToCheckout(page, "guest@example.com");
    const asShown = page.getByRole("button", { name: "Order for €20.11" });
    await asShown.waitFor();
    await sell(productId, "14.00");
    await asShown.click();
    await page.getByText("costs €14.00 now.").waitFor();
    await page.getByRole("button", { name: "Order for €22.49" }).click();
    await page.getByLabel("Card number").waitFor();

    await page.getByRole("link", { name: /^\w{4}-\w{4}-\w{4}$/ }).click();
    await page.getByRole("button", { name: "Cancel the order" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel the order" }).click();
    await badge(page, "Cancelled");

    await addToCart(page, productId);
    await takeOffSale(productId);
    await page.goto("/shop/cart");
    await page.getByText("Not for sale any more").waitFor();
    await page.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("Your cart is empty").waitFor();
    assert.equal((await mailsTo(inboxUrl, "guest@example.com", "Your order")).length, 0);
  });

  it("keeps what is put into the cart without a network", async () => {
    const page = await device();
    await addToCart(page, "morning-blend");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByText("your cart holds 2 pieces of it").waitFor();
    await page.context().setOffline(false);
    await page.getByText("Saving …").waitFor({ state: "detached" });
    await page.goto("/shop/cart");
    await page.getByText("2 pieces", { exact: true }).waitFor();
    await page.getByText("€15.80").first().waitFor();
  });
});
