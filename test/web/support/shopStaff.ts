import { type App, openApp, signIn } from "../../../dev/app.ts";
import { PASSWORD } from "../../../dev/seed/people.ts";
import { running } from "../../support/firestore.ts";

/** Does something as somebody of the staff, by the client. */
export async function asStaff<T>(email: string, act: (app: App) => Promise<T>): Promise<T> {
  const app = openApp(running);
  try {
    await signIn(app, email, PASSWORD);
    return await act(app);
  } finally {
    await app.close();
  }
}

/** Ships all of an order. Answers the tracking number. */
export const ship = (orderId: string): Promise<string> =>
  asStaff("orders@example.com", async ({ shop }) => {
    const trackingNumber = `JD${Date.now()}`;
    const requestId = crypto.randomUUID();
    await shop.call.shipOrder({ requestId, orderId, carrier: "DHL", trackingNumber });
    return trackingNumber;
  });

export const deliver = (orderId: string): Promise<unknown> =>
  asStaff("orders@example.com", ({ shop }) => shop.call.deliverOrder({ orderId }));

/** Puts a product of one variant, both of this id, into the catalogue; or gives it another price. */
export const sell = (productId: string, price: string): Promise<unknown> =>
  asStaff("stock@example.com", ({ shop }) => {
    const columns = "product,name,category,sku,price,taxClass,active,stock";
    const row = [
      productId,
      `Test ${productId}`,
      "garden",
      productId,
      price,
      "standard",
      "true",
      "50",
    ];
    const content = `${columns}\n${row.join(",")}`;
    return shop.call.importCatalogue({ format: "csv", content, dryRun: false });
  });

export const takeOffSale = (productId: string): Promise<unknown> =>
  asStaff("stock@example.com", ({ shop }) => shop.call.retireProduct({ productId }));
