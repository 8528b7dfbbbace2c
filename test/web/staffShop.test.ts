import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { type App, openApp, signUp as signUpByClient, verify } from "../../dev/app.ts";
import { logIn, signUp } from "../../dev/browser/device.ts";
import { waitForMail } from "../../dev/mailbox.ts";
import { payAsBrowser } from "../../dev/payer.ts";
import { running } from "../support/firestore.ts";
import { assertAccessible, useBrowser } from "./support/browser.ts";
import { deliver, ship } from "./support/shopStaff.ts";

interface Placed {
  orderId: string;
  number: string;
  email: string;
  uid: string;
}

const shipTo = {
  name: "Greta Ohlsen",
  line1: "Lindenweg 4",
  line2: "",
  postalCode: "20095",
  city: "Hamburg",
  country: "DE",
} as const;

/** What somebody does by an app of their own. */
async function byApp<T>(act: (app: App) => Promise<T>): Promise<T> {
  const app = openApp(running);
  return act(app).finally(() => app.close());
}

/** An order that its customer has paid: three bags of coffee and a kettle, of which there are plenty. */
const placePaidOrder = (): Promise<Placed> => byApp(placeAndPay);

async function placeAndPay(app: App): Promise<Placed> {
  const email = `staff-shop-${crypto.randomUUID()}@example.com`;
  const customer = await signUpByClient(app, email, "a long password");
  await verify(customer, running.inboxUrl);
  const { orderId, number } = await app.shop.call.placeOrder({
    requestId: crypto.randomUUID(),
    lines: [
      { sku: "morning-blend-250", quantity: 3 },
      { sku: "pour-over-kettle", quantity: 1 },
    ],
    shipTo,
  });
  await payAsBrowser(running, await app.shop.call.pay({ orderId }));
  // It is paid once the provider has told of it.
  await waitForMail(running.inboxUrl, email, `Your order ${number}`);
  return { orderId, number, email, uid: customer.uid };
}

const press = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole("button", { name, exact: true }).click();

const linesOf = (page: Page, heading: string) =>
  page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: heading, exact: true }) })
    .getByRole("listitem");

describe("web: the staff of the shop", function () {
  this.timeout(180_000);
  const { device } = useBrowser();

  it("ship an order, take a line of it back and give its money back: the order and the mails tell of it", async () => {
    const { number, email } = await placePaidOrder();
    const page = await device();
    await logIn(page, "orders@example.com");
    await page.goto("/staff/orders");
    await page.getByLabel("Number or id of an order").fill(number.toLowerCase());
    await press(page, "Find");
    await page.getByRole("heading", { name: `Order ${number}`, level: 1 }).waitFor();
    const dialog = page.getByRole("dialog");
    const story = linesOf(page, "What happened");

    await press(page, "Ship a parcel");
    await dialog.getByLabel("Carrier").fill("DHL");
    await dialog.getByLabel("Tracking number").fill("JD014600003828");
    await press(dialog, "Ship");
    await story.filter({ hasText: "A parcel was shipped" }).waitFor();
    const { text } = await waitForMail(running.inboxUrl, email, "is on its way");
    assert.match(text, /JD014600003828/);

    await press(page, "Mark as delivered");
    await press(dialog, "Mark as delivered");
    await story.filter({ hasText: "Delivered" }).waitFor();
    await waitForMail(running.inboxUrl, email, "has been delivered");

    await press(page, "Take goods back");
    await dialog.getByLabel("Morning Blend, 250 g").fill("1");
    await press(dialog, "Take back");
    await story.filter({ hasText: "Goods came back" }).waitFor();
    await linesOf(page, "Parcels").filter({ hasText: "1 × Morning Blend, 250 g" }).waitFor();

    await press(page, "Give money back");
    await dialog.getByLabel("Amount in EUR").fill("8.45");
    await dialog.getByLabel("Reason").fill("One bag came back");
    await press(dialog, "Give back");
    await story.filter({ hasText: "Money was given back" }).filter({ hasText: "€8.45" }).waitFor();
    await linesOf(page, "Money").filter({ hasText: "One bag came back" }).waitFor();
    const refund = await waitForMail(running.inboxUrl, email, "A refund");
    assert.match(refund.text, /8\.45/);
    await assertAccessible(page);
  });

  it("are told when a colleague was faster, and see what the colleague did", async () => {
    const { orderId, number } = await placePaidOrder();
    const page = await device();
    await logIn(page, "orders@example.com");
    await page.goto(`/staff/orders/${orderId}`);
    await press(page, "Ship a parcel");
    // By a colleague, elsewhere.
    const trackingNumber = await ship(orderId);
    await page.getByRole("status").filter({ hasText: "On its way" }).waitFor();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Carrier").fill("DHL");
    await dialog.getByLabel("Tracking number").fill("56789");
    await press(dialog, "Ship");
    await dialog.getByRole("alert").waitFor();
    await press(dialog, "Close");
    await page.getByRole("heading", { name: `Order ${number}` }).waitFor();
    await linesOf(page, "Parcels").filter({ hasText: trackingNumber }).waitFor();
    assert.equal(await linesOf(page, "Parcels").count(), 1);
    assert.equal(await page.getByRole("button", { name: "Ship a parcel" }).count(), 0);
  });

  it("take down a review that offends, and its stars with it", async () => {
    const author = `Grumbler ${crypto.randomUUID().slice(0, 8)}`;
    await byApp(async (app) => {
      const { orderId, uid } = await placeAndPay(app);
      await ship(orderId);
      await deliver(orderId);
      const opinion = { rating: 1, title: "", text: "Beneath contempt.", author };
      await app.shop.review("pour-over-kettle", uid, opinion);
    });
    const page = await device();
    await logIn(page, "orders@example.com");
    await page.goto("/staff/reviews?word=kettle");
    await page.getByRole("link", { name: "Pour-over kettle" }).click();
    const review = page.getByRole("listitem").filter({ hasText: author });
    await press(review, `Take down what ${author} says`);
    await page.getByLabel("Reason").fill("It offends.");
    await press(page.getByRole("dialog"), "Take down");
    await review.waitFor({ state: "hidden" });
    await page.reload();
    await page.getByRole("heading", { name: "Reviews of Pour-over kettle" }).waitFor();
    await page.getByRole("status").waitFor({ state: "hidden" });
    assert.equal(await review.count(), 0);
  });

  it("put a product into the catalogue, receive and count its stock, and take it off sale", async () => {
    const page = await device();
    await logIn(page, "stock@example.com");
    await page.goto("/staff/catalogue/new");
    const name = `Test kettle ${crypto.randomUUID().slice(0, 8)}`;
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Category").fill("kitchen");
    await page.getByLabel("Price in EUR").fill("999.99");
    await press(page, "Create");
    await page.getByRole("heading", { name, level: 1 }).waitFor();

    await page.getByRole("link", { name: `Stock of ${name}` }).click();
    const ledger = linesOf(page, "Ledger");
    await page.getByText("Nothing has come yet").waitFor();
    await page.getByLabel("Pieces that have come").fill("12");
    await press(page, "Receive");
    await ledger.filter({ hasText: "Received" }).filter({ hasText: "+12" }).waitFor();
    await page.getByLabel("Counted on the shelf").fill("10");
    await page.getByLabel("Why").fill("Two are broken");
    await press(page, "Correct");
    await ledger.filter({ hasText: "Two are broken" }).filter({ hasText: "-2" }).waitFor();
    await page.getByRole("status").filter({ hasText: "To sell10" }).waitFor();

    await page.getByRole("link", { name: "Its product" }).click();
    await press(page, "Take off sale");
    await press(page.getByRole("dialog"), "Take off sale");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await linesOf(page, "Variants").filter({ hasText: "Off sale" }).waitFor();
    await page.getByRole("button", { name: "Take off sale" }).waitFor({ state: "hidden" });
  });

  it("import a file: which rows are at fault is said before anything is written", async () => {
    const page = await device();
    await logIn(page, "stock@example.com");
    await page.goto("/staff/catalogue/import");
    const id = `test-mug-${crypto.randomUUID().slice(0, 8)}`;
    const rows = [
      "product,name,category,sku,price,active",
      `${id},Mug,kitchen,${id}-red,12.90,false`,
      `${id},Mug,kitchen,${id}-blue,free,false`,
    ];
    await page.getByLabel("File").setInputFiles({
      name: "catalogue.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rows.join("\n")),
    });
    await press(page, "Check the file");
    await page
      .getByRole("listitem")
      .filter({ hasText: /Line 3, price.*must be an amount/ })
      .waitFor();
    await page.getByText("Nothing is written yet").waitFor();
    await press(page, "Import the good rows");
    await page.getByText("It is imported").waitFor();
    await page.goto(`/staff/catalogue/products/${id}`);
    await linesOf(page, "Variants")
      .filter({ hasText: `${id}-red` })
      .waitFor();
    assert.equal(await linesOf(page, "Variants").count(), 1);
  });

  it("make a coupon, and switch it off", async () => {
    const page = await device();
    await logIn(page, "orders@example.com");
    await page.goto("/staff/coupons");
    const code = `TEST-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
    await press(page, "New coupon");
    await page.getByLabel("Code").fill(code.toLowerCase());
    await press(page.getByRole("dialog"), "Create");
    const coupon = page.getByRole("listitem").filter({ hasText: code });
    await coupon.getByText("Valid").waitFor();
    await press(coupon, `Switch off ${code}`);
    await coupon.getByText("Switched off").waitFor();

    const colleague = await device();
    await logIn(colleague, "orders@example.com");
    await colleague.goto("/staff/coupons");
    const seen = colleague.getByRole("listitem").filter({ hasText: code });
    await seen.getByText("Switched off").waitFor();
  });

  it("see what is theirs alone: an order manager no stock, a customer nothing", async () => {
    const [staff, customer] = [await device(), await device()];
    await logIn(staff, "orders@example.com");
    await staff.goto("/staff/stock/pour-over-kettle");
    await staff.getByText("This is for staff").waitFor();
    assert.equal(await staff.getByRole("heading", { name: "Ledger" }).count(), 0);

    await signUp(customer, running);
    await customer.goto("/staff/orders");
    await customer.getByText("This is for staff").waitFor();
    assert.equal(await customer.getByRole("main").getByRole("listitem").count(), 0);
  });
});
