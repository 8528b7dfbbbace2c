import assert from "node:assert/strict";
import {
  type Pieces,
  toReturn,
  toShip,
  without,
} from "../../../functions/src/shop/order/parcels.ts";
import type { Order } from "../../../functions/src/shop/order/schema.ts";
import { refused } from "../../support/call.ts";

type Count = Partial<Record<"pen" | "cup", number>>;

const pieces = (all: Count): Pieces[] =>
  Object.entries(all).map(([sku, quantity]) => ({ sku, quantity }));

const parcels = (...all: Count[]) => all.map((lines) => ({ lines: pieces(lines) }));

interface Moved {
  shipments?: Count[];
  returns?: Count[];
  withdrawn?: Count;
}

/** An order of three pens and two cups, some of which have been sent, sent back or withdrawn. */
const orderWith = ({ shipments = [], returns = [], withdrawn = {} }: Moved) =>
  ({
    lines: pieces({ pen: 3, cup: 2 }),
    shipments: parcels(...shipments),
    returns: parcels(...returns),
    withdrawn: pieces(withdrawn),
  }) as unknown as Order;

describe("shop: the pieces of an order", () => {
  it("are all to be shipped, but for those in parcels and those withdrawn", () => {
    assert.deepEqual(toShip(orderWith({})), pieces({ pen: 3, cup: 2 }));
    const sent = { shipments: [{ pen: 1 }, { pen: 1, cup: 1 }] };
    assert.deepEqual(toShip(orderWith(sent)), pieces({ pen: 1, cup: 1 }));
    assert.deepEqual(toShip(orderWith({ ...sent, withdrawn: { pen: 1 } })), pieces({ cup: 1 }));
    assert.deepEqual(toShip(orderWith({ ...sent, withdrawn: { pen: 1, cup: 1 } })), []);
  });

  it("are their customer's once shipped, until they come back", () => {
    assert.deepEqual(toReturn(orderWith({})), []);
    const sent = { shipments: [{ pen: 2 }, { pen: 1, cup: 1 }] };
    assert.deepEqual(toReturn(orderWith(sent)), pieces({ pen: 3, cup: 1 }));
    const back = { ...sent, returns: [{ pen: 1 }, { cup: 1 }] };
    assert.deepEqual(toReturn(orderWith(back)), pieces({ pen: 2 }));
  });

  it("can be in a parcel as far as there are any, and what is left is the rest", async () => {
    const from = pieces({ pen: 3, cup: 2 });
    assert.deepEqual(without(from, pieces({ cup: 1 })), pieces({ pen: 3, cup: 1 }));
    assert.deepEqual(without(from, pieces({ pen: 3, cup: 2 })), []);
    for (const [sku, quantity, left] of [
      ["pen", 4, 3],
      ["cup", 3, 2],
      ["hat", 1, 0],
    ] as const) {
      const attempt = async () => without(from, [{ sku, quantity }]);
      const about = await refused(attempt(), "failed-precondition", "too-many");
      assert.deepEqual([about.line, about.left], [sku, left]);
      const message = `Only ${left} of ${sku} can be in this parcel.`;
      await assert.rejects(attempt(), { message });
    }
  });
});
