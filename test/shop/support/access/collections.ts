import type * as z from "zod";
import { Order } from "../../../../functions/src/shop/order/schema.ts";
import {
  Address,
  Cart,
  Coupon,
  Product,
  Purchase,
  Redemption,
  Review,
  Stock,
  StockMovement,
  Variant,
} from "../../../../functions/src/shop/schema.ts";
import type { Cast, Collection, Place } from "../../../support/access/table.ts";
import { past } from "../../../support/standing.ts";
import { commit } from "../reviews.ts";
import {
  address,
  cart,
  coupon,
  order,
  product,
  purchase,
  review,
  standing,
  variant,
} from "../rulesDocuments.ts";

export type Role = "owner" | "inventoryManager" | "orderManager" | "admin" | "another";

export const cast: Cast<Role> = {
  roles: {
    owner: { called: "whose it is", people: ["customer", "unverified", "guest", "shut-out"] },
    inventoryManager: { called: "inventory manager", people: ["inventory-manager"] },
    orderManager: { called: "order manager", people: ["order-manager"] },
    admin: { called: "admin", people: ["admin", "shut-out-admin"] },
    another: {
      called: "anybody else",
      people: [
        "other-customer",
        "guest",
        "disabled-manager",
        "canary-manager",
        "unverified-admin",
        "forged-admin",
        "signed-out",
      ],
    },
    nobody: { called: "not signed in", people: ["nobody"] },
  },
};

const whose = ({ id, uid, role }: Place<Role>): string =>
  role === "owner" ? uid : `somebody-${id}`;

const read = ["get", "list"] as const;
const keep = [...read, "create", "update"] as const;
const all = [...keep, "delete"] as const;
const everybody = {
  owner: read,
  inventoryManager: read,
  orderManager: read,
  admin: read,
  another: read,
  nobody: read,
};
const stockKeepers = { inventoryManager: keep, admin: keep };

const products = {
  path: "products/{product}",
  how: "never taken off sale, and rated only with a review",
  schema: Product as z.ZodType,
  at: ({ id }: Place) => `products/${id}`,
  by: ["active", null],
  wish: { name: "Warm beanie" },
};

const variants = {
  path: "variants/{sku}",
  how: "never its availability",
  schema: Variant as z.ZodType,
  at: ({ id }: Place) => `variants/${id}`,
  beside: ({ id }: Place) => ({ [`products/beanie-${id}`]: standing(product()) }),
  by: ["active", null],
  wish: { price: 1600 },
};

const own = (place: Place<Role>) => ({ product: place.id, uid: whose(place) });

export const collections: readonly Collection<Role>[] = [
  {
    ...products,
    which: "active",
    who: { ...everybody, ...stockKeepers },
    document: () => product(),
  },
  {
    ...products,
    which: "not active",
    who: stockKeepers,
    document: () => product({ active: false }),
  },
  {
    path: "products/{product}/reviews/{uid}",
    who: { ...everybody, owner: all },
    how: "who has bought it, in the commit that moves the product's rating",
    schema: Review,
    at: (place) => `products/${place.id}/reviews/${whose(place)}`,
    document: () => review({ rating: 4 }),
    beside: (place) => ({
      [`products/${place.id}`]: standing(product({ rating: { count: 5, sum: 20 } })),
      [`users/${whose(place)}/purchases/${place.id}`]: purchase(),
    }),
    wish: { text: "Better still." },
    create: (db, place) => commit(db, { ...own(place), review: review({ rating: 4 }), by: [1, 4] }),
    delete: (db, place) => commit(db, { ...own(place), review: null, by: [-1, -4] }),
  },
  {
    ...variants,
    which: "active",
    who: { ...everybody, ...stockKeepers },
    document: ({ id }) => variant({ productId: `beanie-${id}` }),
  },
  {
    ...variants,
    which: "not active",
    who: stockKeepers,
    document: ({ id }) => variant({ productId: `beanie-${id}`, active: false }),
  },
  {
    path: "stock/{sku}",
    who: { inventoryManager: read, admin: read },
    schema: Stock,
    at: ({ id }) => `stock/${id}`,
    document: () => ({ onHand: 5, reserved: 1, lowAt: 2 }),
    wish: { onHand: 6 },
  },
  {
    path: "stockMovements/{movement}",
    who: { inventoryManager: read, admin: read },
    schema: StockMovement,
    at: ({ id }) => `stockMovements/${id}`,
    document: () => ({
      sku: "beanie-moss",
      kind: "received",
      onHand: 5,
      reference: "Delivery 7",
      at: past,
    }),
    wish: { onHand: 6 },
  },
  {
    path: "carts/{uid}",
    who: { owner: ["get", "create", "update", "delete"] },
    schema: Cart,
    at: (place) => `carts/${whose(place)}`,
    document: () => cart(),
    wish: { lines: { "beanie-moss": 3 } },
  },
  {
    path: "users/{uid}/addresses/{address}",
    who: { owner: all },
    schema: Address,
    at: (place) => `users/${whose(place)}/addresses/${place.id}`,
    document: () => address(),
    wish: { city: "Bremen" },
  },
  {
    path: "users/{uid}/purchases/{product}",
    who: { owner: read },
    schema: Purchase,
    at: (place) => `users/${whose(place)}/purchases/${place.id}`,
    document: () => purchase(),
    wish: { orderId: "another" },
  },
  {
    path: "coupons/{code}",
    who: { orderManager: keep, admin: keep },
    how: "never its uses, and a limit neither set nor lifted",
    schema: Coupon,
    at: ({ id }) => `coupons/SUMMER-${id.toUpperCase()}`,
    document: () => coupon(),
    wish: { active: false },
  },
  {
    path: "coupons/{code}/redemptions/{uid}",
    who: {},
    schema: Redemption,
    at: (place) => `coupons/SUMMER-${place.id.toUpperCase()}/redemptions/${whose(place)}`,
    document: () => ({ uses: 1 }),
    wish: { uses: 0 },
  },
  {
    path: "orders/{order}",
    who: { owner: read, orderManager: read, admin: read },
    schema: Order,
    at: ({ id }) => `orders/${id}`,
    document: (place) => order(whose(place)),
    by: ["uid", null],
    wish: { state: "paid" },
  },
];
