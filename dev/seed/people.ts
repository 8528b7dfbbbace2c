import { type Role, Staff, staff } from "../../functions/src/core/roles.ts";

/** The password of everybody in the demo. */
export const PASSWORD = "kindling";

export interface Person {
  uid: string;
  email: string;
  displayName: string;
  username: string;
  role?: Role;
}

/** Who can log in to the demo: a customer, a host of places to stay, and staff of each role. */
export const people = [
  {
    uid: "demo-customer",
    email: "customer@example.com",
    displayName: "Customer",
    username: "Demo_Customer",
  },
  {
    uid: "demo-host",
    email: "host@example.com",
    displayName: "Host",
    username: "Demo_Host",
  },
  {
    uid: "demo-admin",
    email: "admin@example.com",
    displayName: "Admin",
    username: "Demo_Admin",
    role: "admin",
  },
  {
    uid: "demo-orders",
    email: "orders@example.com",
    displayName: "Order manager",
    username: "Demo_Orders",
    role: "order_manager",
  },
  {
    uid: "demo-stock",
    email: "stock@example.com",
    displayName: "Inventory manager",
    username: "Demo_Stock",
    role: "inventory_manager",
  },
] as const satisfies readonly Person[];

/** Gives a person a verified account in the Auth emulator and, with a role, what staff have. */
export async function invite({ uid, email, displayName, role }: Person): Promise<void> {
  const account = { localId: uid, email, displayName, password: PASSWORD, emailVerified: true };
  await tellAuth("accounts", account, /DUPLICATE_LOCAL_ID|EMAIL_EXISTS/);
  if (!role) return;
  await tellAuth("accounts:update", { localId: uid, customAttributes: JSON.stringify({ role }) });
  await staff.doc(uid).set(Staff.parse({ role, disabled: false }));
}

async function tellAuth(method: string, content: object, known?: RegExp): Promise<void> {
  const host = process.env.FIREBASE_AUTH_EMULATOR_HOST;
  const project = process.env.GCLOUD_PROJECT;
  const url = `http://${host}/identitytoolkit.googleapis.com/v1/projects/${project}/${method}`;
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(content),
  });
  const text = await answer.text();
  if (!answer.ok && !known?.test(text)) throw new Error(`The Auth emulator refused it: ${text}`);
}
