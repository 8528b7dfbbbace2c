import type { PaymentSimulator } from "../../../dev/payments/simulator.ts";
import { SECOND, stamp, useClock } from "../../../functions/src/core/clock.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { coupons, type Variant, variants } from "../../../functions/src/shop/schema.ts";
import type { Person } from "../../support/call.ts";
import { clearFirestore } from "../../support/firestore.ts";
import type { Troubled } from "../../support/troubles.ts";
import { shelve } from "../support/shelf.ts";
import type { Action } from "./action.ts";
import { FEW_USES } from "./goods.ts";
import { observe, observeProvider, type Picture } from "./picture.ts";

const person = (uid: string): Person => ({
  uid,
  token: { email: `${uid}@example.com`, email_verified: true },
});

export const manager = person("manager");
export const inventory = person("inventory");
/** The last one is a guest. */
export const buyers: Person[] = [person("anna"), person("bela"), { uid: "guest-1", token: {} }];

export const SKUS = ["sku-a", "sku-b", "sku-c"] as const;
const SHELVES = { "sku-a": [3, 1000], "sku-b": [2, 2650], "sku-c": [6, 390] } as const;

/** What the catalogue says of the SKUs. */
export const catalogue: Record<string, Variant> = {};

/** One shop with its provider, from its opening on. Its time stands still between two steps. */
export interface World extends Troubled {
  time: number;
  /** How it was after the last step. */
  picture: Picture;
  /** The orders' ids, in the order in which they were placed. */
  placed: string[];
  /** What carries a request id, to be sent again. */
  sent: Action[];
  requests: number;
  /** The order that several do something with, while they do. */
  focus: string | undefined;
  /** Events that never come. */
  lost: Set<string>;
  /** What happened, to be read when something went wrong. */
  story: string[];
  close: () => void;
}

/** Opens a shop on an empty database. */
export async function openWorld(simulator: PaymentSimulator): Promise<World> {
  await clearFirestore();
  await simulator.pause();
  const world: World = {
    simulator,
    time: Math.floor(Date.now() / SECOND) * SECOND,
    picture: {} as Picture,
    placed: [],
    sent: [],
    requests: 0,
    focus: undefined,
    lost: new Set(),
    broken: [],
    story: [],
    close: useClock(() => new Date(world.time)),
  };
  await Promise.all([
    ...Object.entries(SHELVES).map(([sku, [onHand, price]]) => shelve(onHand, { price }, sku)),
    staff.doc(manager.uid).set({ role: "order_manager", disabled: false }),
    staff.doc(inventory.uid).set({ role: "inventory_manager", disabled: false }),
    coupons.doc("FEW").set({ ...coupon(), kind: "fixed", value: 300, maxUses: FEW_USES }),
    coupons.doc("ONCE").set({ ...coupon(), kind: "percent", value: 1000, maxUsesPerUser: 1 }),
  ]);
  for (const variant of (await variants.get()).docs) catalogue[variant.id] = variant.data();
  world.picture = await observe(simulator);
  return world;
}

const coupon = () => ({
  minimum: 0,
  startsAt: stamp(-SECOND),
  endsAt: stamp(10 * 365 * 24 * 3600 * SECOND),
  maxUses: null,
  maxUsesPerUser: null,
  uses: 0,
  active: true,
  createdAt: stamp(),
  updatedAt: stamp(),
});

/** Looks at the shop again; or, where nothing else can have changed, at the provider alone. */
export async function lookAgain(world: World, at?: "provider"): Promise<Picture> {
  const { simulator, picture } = world;
  world.picture =
    at === "provider" ? { ...picture, ...observeProvider(simulator) } : await observe(simulator);
  for (const id of Object.keys(world.picture.orders)) {
    if (!world.placed.includes(id)) world.placed.push(id);
  }
  return world.picture;
}

/** The id of a new request. */
export const requestId = (world: World): string =>
  `request-${String(++world.requests).padStart(16, "0")}`;
