import type { PaymentSimulator } from "../../../dev/payments/simulator.ts";
import { SECOND, stamp, useClock } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { coupons, type Variant, variants } from "../../../functions/src/shop/schema.ts";
import type { Person } from "../../support/call.ts";
import { clearFirestore, firestore } from "../../support/firestore.ts";
import type { Fault } from "../../support/proxy.ts";
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
export interface World {
  simulator: PaymentSimulator;
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
  /** Asks of each thing that is to go wrong whether it has. */
  broken: (() => Promise<boolean>)[];
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

/** From now on something of the database's goes wrong once. */
export function breakDatabase(world: World, fault: Fault): void {
  const happened = firestore.inject(fault);
  world.broken.push(async () => happened());
}

/** From now on requests to the provider go wrong `times` times. */
export async function breakProvider(
  world: World,
  action: "500" | "drop-after",
  times: number,
): Promise<void> {
  const troubles = async () =>
    (await world.simulator.requests()).filter(({ trouble }) => trouble).length;
  const before = await troubles();
  await world.simulator.fault({ action, times });
  world.broken.push(async () => (await troubles()) >= before + times);
}

/** Whether something is to go wrong that has not yet; what has is forgotten. */
export async function isBroken(world: World): Promise<boolean> {
  const still: World["broken"] = [];
  for (const happened of world.broken) if (!(await happened())) still.push(happened);
  world.broken = still;
  return still.length > 0;
}

/** Lets go wrong on nothing what has not gone wrong yet. */
export async function mend(world: World): Promise<void> {
  while (await isBroken(world)) {
    await db
      .doc("model/nothing")
      .set({ at: world.time })
      .catch(() => {});
    await fetch(`${world.simulator.url}/v1/nothing`).catch(() => {});
  }
}

/** The id of a new request. */
export const requestId = (world: World): string =>
  `request-${String(++world.requests).padStart(16, "0")}`;
