import { Account } from "../../functions/src/core/accounts.ts";
import { AuditEntry } from "../../functions/src/core/audit.ts";
import { Counter } from "../../functions/src/core/limits.ts";
import { Mail } from "../../functions/src/core/mail/schema.ts";
import { Payment, PaymentEvent, Refund } from "../../functions/src/core/payments/schema.ts";
import { Staff } from "../../functions/src/core/roles.ts";
import type { AccessTable, Collection, Place } from "../support/access/table.ts";
import { paymentOf, refundOf } from "../support/paymentDocuments.ts";
import { past } from "../support/standing.ts";

type Role = "owner" | "orderManager" | "admin" | "another";

/** Whose something is. */
const whose = ({ id, uid, role }: Place): string => (role === "owner" ? uid : `somebody-${id}`);

const get = ["get"] as const;
const read = ["get", "list"] as const;

const mails: Omit<Collection<Role>, "who" | "document"> = {
  path: "mail/{id}",
  schema: Mail,
  at: ({ id }) => `mail/order_${id}_customer`,
  by: ["confidential"],
  wish: { to: "another@example.com" },
};
const mail = {
  to: "customer@example.com",
  message: { subject: "Your order", text: "Thank you.", html: "<p>Thank you.</p>" },
};

export const access: AccessTable<Role> = {
  module: "core",
  cast: {
    roles: {
      owner: { called: "whose it is", people: ["customer", "unverified", "guest", "shut-out"] },
      orderManager: { called: "order manager", people: ["order-manager"] },
      admin: { called: "admin", people: ["admin", "shut-out-admin"] },
      another: {
        called: "anybody else",
        people: [
          "other-customer",
          "guest",
          "inventory-manager",
          "disabled-manager",
          "canary-manager",
          "unverified-admin",
          "forged-admin",
          "signed-out",
        ],
      },
      nobody: { called: "not signed in", people: ["nobody"] },
    },
  },
  collections: [
    {
      path: "staff/{uid}",
      who: { owner: get, admin: read },
      schema: Staff,
      at: (place) => `staff/${whose(place)}`,
      document: () => ({ role: "inventory_manager", disabled: false }),
      wish: { role: "admin" },
    },
    {
      path: "accounts/{uid}",
      who: { admin: read },
      schema: Account,
      at: (place) => `accounts/${whose(place)}`,
      document: () => ({ disabled: false, validAfter: 0, email: null, seenSince: 0 }),
      wish: { validAfter: 1 },
    },
    {
      ...mails,
      which: "no link in it",
      who: { admin: read },
      document: () => ({ ...mail, confidential: false }),
    },
    {
      ...mails,
      which: "confidential",
      who: {},
      document: () => ({ ...mail, confidential: true }),
    },
    {
      path: "audit/{id}",
      who: { admin: read },
      schema: AuditEntry,
      at: ({ id }) => `audit/${id}`,
      document: (place) => ({
        action: "shop.retireProduct",
        actor: whose(place),
        subject: "products/beanie",
        at: past,
      }),
      wish: { actor: "somebody" },
    },
    {
      path: "users/{uid}/limits/{action}",
      who: {},
      schema: Counter,
      at: (place) => `users/${whose(place)}/limits/shop.orders`,
      document: () => ({ calls: 1, lastCall: "a-call", expiresAt: past }),
      wish: { calls: 0 },
    },
    {
      path: "payments/{payment}",
      who: { owner: read, orderManager: read, admin: read },
      schema: Payment,
      at: ({ id }) => `payments/${id}`,
      document: (place) => paymentOf(whose(place)),
      by: ["uid", null],
      wish: { state: "created" },
    },
    {
      path: "refunds/{refund}",
      who: { owner: read, orderManager: read, admin: read },
      schema: Refund,
      at: ({ id }) => `refunds/${id}`,
      document: (place) => refundOf(whose(place)),
      by: ["uid", null],
      wish: { amount: 4153 },
    },
    {
      path: "paymentEvents/{event}",
      who: {},
      schema: PaymentEvent,
      at: ({ id }) => `paymentEvents/${id}`,
      document: () => ({
        type: "payment_intent.succeeded",
        outcome: "applied",
        expiresAt: past,
      }),
      wish: { outcome: "review" },
    },
  ],
  callables: {
    "mail-sendAgain": {
      access: ["admin"],
      who: "admin",
      refuses: [
        "no-such-mail (a confidential one, too)",
        "wrong-state",
        "contention",
        "not-confirmed",
      ],
    },
  },
};
