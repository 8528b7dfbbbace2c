import type { Action } from "./action.ts";
import { couponRefusal, sellable } from "./goods.ts";
import { makingRefunds, receiving } from "./houseActions.ts";
import { paying, placing, refunding, shipping } from "./orderActions.ts";
import type { OrderPicture } from "./picture.ts";
import { arriving, confirming, isOpen, paymentIn, settling } from "./providerActions.ts";
import { buyers, requestId, SKUS, type World } from "./world.ts";

// What leads to where something can be done, one step at a time: random steps seldom get far.

/** An action with an order, as the story tells it. */
export const about = (action: Action, id: string, { placed }: World): Action => ({
  ...action,
  text: `${action.text} order ${placed.indexOf(id) + 1}`,
});

const withOrder = (
  world: World,
  isIt: (order: OrderPicture, id: string) => boolean,
  plan: (id: string, order: OrderPicture) => Action,
): Action | undefined => {
  const id = world.placed.findLast((one) => isIt(world.picture.orders[one]!, one));
  return id === undefined ? undefined : about(plan(id, world.picture.orders[id]!), id, world);
};

/** To an order that is there to be paid. */
function toPlaced(world: World): Action {
  const free = sellable(world.picture);
  const sku = SKUS.find((one) => (free[one] ?? 0) > 0);
  if (sku === undefined) return receiving(requestId(world), SKUS[0], 2);
  const buyer = buyers[Math.floor(world.requests / 2) % buyers.length]!;
  const goods = { [sku]: Math.min(2, free[sku] ?? 0) };
  const coupon = (["FEW", "ONCE", undefined] as const)[world.requests % 3];
  const refused = couponRefusal(world.picture, coupon ?? null, buyer.uid);
  return placing(requestId(world), buyer, goods, refused.length === 0 ? coupon : undefined);
}

/** To a payment that somebody can make. */
export const toOpen = (world: World): Action =>
  withOrder(
    world,
    ({ state, payment, closeAt }) =>
      state === "pending_payment" && payment === null && (closeAt ?? 0) > world.time + 1_000,
    (id, { uid }) => paying(id, buyers.find((buyer) => buyer.uid === uid)!),
  ) ?? toPlaced(world);

/** To a bank debit that has not been settled. */
export const toProcessing = (world: World): Action =>
  withOrder(
    world,
    (order) => isPayable(order, world),
    (_, { payment }) => confirming(payment!, "a bank debit"),
  ) ?? toOpen(world);

export const isPayable = ({ payment }: OrderPicture, { picture }: World): boolean => {
  const intent = picture.intents[payment ?? ""];
  return intent !== undefined && isOpen(intent);
};

/** To an order that has been paid. */
export const toPaid = (world: World): Action =>
  hearing(world) ??
  withOrder(
    world,
    ({ payment }) => world.picture.intents[payment ?? ""]?.status === "processing",
    (_, { payment }) => settling(payment!, "succeeded"),
  ) ??
  withOrder(
    world,
    (order) => isPayable(order, world),
    (_, { payment }) => confirming(payment!, "a good card"),
  ) ??
  toOpen(world);

/** The shop hears that somebody has paid. */
function hearing(world: World): Action | undefined {
  const event = world.simulator
    .state()
    .events.find(
      ({ id, type, pending_webhooks }) =>
        type === "payment_intent.succeeded" && pending_webhooks === 1 && !world.lost.has(id),
    );
  const paid = event && world.picture.payments[paymentIn(event, world.picture)];
  return paid && about(arriving(event), paid.subject.split("/")[1]!, world);
}

/** To an order that has been shipped. */
export const toShipped = (world: World): Action =>
  withOrder(
    world,
    ({ state }) => state === "paid" || state === "part_shipped",
    (id) => shipping(id, requestId(world), undefined),
  ) ?? toPaid(world);

/** To a refund at the provider. */
export function toRefund(world: World): Action {
  const { refunds, payments } = world.picture;
  if (Object.values(refunds).some(({ known }) => !known)) return makingRefunds();
  return (
    withOrder(
      world,
      ({ state, payment }) => {
        const { captured = 0, refunding: promised = 0 } = payments[payment ?? ""] ?? {};
        return REFUNDABLE.includes(state) && captured > promised;
      },
      (id) => refunding(id, requestId(world), undefined),
    ) ?? toPaid(world)
  );
}

const REFUNDABLE = ["paid", "part_shipped", "shipped", "delivered", "returned"];
