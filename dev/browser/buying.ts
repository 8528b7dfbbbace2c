import type { Page } from "playwright-core";

/** Puts one piece of something into the cart, by the product's page. */
export async function addToCart(page: Page, productId: string): Promise<void> {
  await page.goto(`/shop/products/${productId}`);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByText(/added: your cart holds/).waitFor();
  // What comes next may meet what is on its way.
  await page.getByText("Saving …").waitFor({ state: "detached" });
}

/** From the cart to the checkout, where an address is filled in. */
export async function goToCheckout(page: Page, email?: string): Promise<void> {
  await page.goto("/shop/cart");
  await page.getByRole("link", { name: "To the checkout" }).click();
  await page.getByLabel("Name").fill("Ada Newcomer");
  await page.getByLabel("Street and number").fill("Lindenweg 4");
  await page.getByLabel("Postal code").fill("20095");
  await page.getByLabel("City").fill("Hamburg");
  if (email !== undefined) await page.getByLabel("E-mail address").fill(email);
}

/** Orders, and waits for the payment form. */
export async function order(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Order for/ }).click();
  await page.getByLabel("Card number").waitFor();
}
