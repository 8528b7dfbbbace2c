import assert from "node:assert/strict";
import type { PaymentEvent } from "../../../dev/payments/objects.ts";
import { signatureOf } from "../../../dev/payments/webhook.ts";
import { webhook } from "../../../functions/src/core/payments/functions.ts";
import { receiveEvent } from "../../../functions/src/core/payments/receiveEvent.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm, WEBHOOK_SECRET } from "../../support/payments.ts";
import { orderOf } from "../support/orders.ts";
import { altered, everything, latest, open, type Payable, useWorld } from "./support/world.ts";

const NOTHING = { reads: 0, writes: 0, deletes: 0 };
const seconds = () => Math.floor(Date.now() / 1000);
const signed = (body: string, secret = WEBHOOK_SECRET) => signatureOf(body, secret, seconds());

describe("shop: an event", () => {
  // The order is paid after all: our books and the provider's must agree.
  afterEach(() => world.simulator.send(event.id));
  const world = useWorld();
  let payable: Payable;
  let event: PaymentEvent;
  let body: string;
  beforeEach(async () => {
    await world.simulator.pause();
    payable = await open();
    await confirm(payable.intent);
    event = await latest(world.simulator, "payment_intent.succeeded");
    body = JSON.stringify(event);
  });

  const refusals: Record<string, () => { body?: string; signature?: string; timestamp?: number }> =
    {
      "without a signature": () => ({ signature: "" }),
      "with a signature that is none": () => ({ signature: "x".repeat(100) }),
      "with an empty signature of now": () => ({ signature: `t=${seconds()},v1=` }),
      "with a signature of other letters": () => ({
        signature: `t=${seconds()},v1=${"\u00e4".repeat(64)}`,
      }),
      "signed with another secret": () => ({ body, signature: signed(body, "whsec_other") }),
      "signed without a secret": () => ({ body, signature: signed(body, "") }),
      "signed in the provider's older scheme": () => ({
        body,
        signature: signed(body).replace("v1=", "v0="),
      }),
      "signed more than five minutes ago": () => ({ timestamp: seconds() - 301 }),
      "signed long ago, with the time of now": () => ({
        body,
        signature: signatureOf(body, WEBHOOK_SECRET, 1).replace("t=1,", `t=${seconds()},`),
      }),
      "written anew": () => ({ body: JSON.stringify(event, null, 2), signature: signed(body) }),
      "with one byte changed": () => ({
        body: body.replace('"amount":', '"amount": '),
        signature: signed(body),
      }),
      "with the signature of another event": () => ({
        body,
        signature: signed(altered(event, {})),
      }),
    };
  for (const [what, sending] of Object.entries(refusals)) {
    it(`${what} is refused: nothing is read or written`, async () => {
      const before = await everything();
      const bill = await firestore.costOf(async () => {
        assert.equal(await world.simulator.send(event.id, sending()), 400);
      });
      assert.deepEqual(bill, NOTHING);
      assert.deepEqual(await everything(), before);
    });
  }

  it("signed without a secret is refused most of all when we have none", async () => {
    const before = await everything();
    process.env.STRIPE_WEBHOOK_SECRET = "";
    const refusal = receiveEvent(Buffer.from(body), signed(body, ""));
    await assert.rejects(refusal, /STRIPE_WEBHOOK_SECRET is empty/);
    process.env.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET;
    assert.deepEqual(await everything(), before);
  });

  it("signed four minutes ago is taken", async () => {
    const timestamp = seconds() - 240;
    assert.equal(await world.simulator.send(event.id, { timestamp }), 200);
    assert.equal((await orderOf(payable.orderId)).state, "paid");
  });

  it("signed with a secret of ours beside one that is not is taken", async () => {
    const [one, other] = [signed(body), signed(body, "whsec_new")];
    const signature = `${other},${one.split(",")[1]}`;
    assert.equal(await world.simulator.send(event.id, { body, signature }), 200);
    assert.equal((await orderOf(payable.orderId)).state, "paid");
  });

  it("over 256 KiB is refused, however well it is signed; just below it is taken", async () => {
    const before = await everything();
    const padded = (bytes: number) => body + " ".repeat(bytes - Buffer.byteLength(body));
    const send = (bytes: number) => world.simulator.send(event.id, { body: padded(bytes) });
    assert.equal(await send(256 * 1024 + 1), 413);
    assert.deepEqual(await everything(), before);
    assert.equal(await send(256 * 1024), 200);
    assert.equal((await orderOf(payable.orderId)).state, "paid");
  });

  const PAYMENT = "0".repeat(40);
  for (const [what, metadata] of [
    ["nothing of ours", {}],
    ["a payment that is not there", { payment: PAYMENT }],
    ["an empty payment", { payment: "" }],
    ...["a/b", "../x", ".", "..", "__name__", "x".repeat(500), "ä€\u0000"].map(
      (payment) => [JSON.stringify(payment).slice(0, 20), { payment }] as const,
    ),
  ] as const) {
    it(`of an intent that names ${what} is taken, and nothing comes of it`, async () => {
      const before = await everything();
      const sent = { body: altered(event, { metadata }) };
      assert.equal(await world.simulator.send(event.id, sent), 200);
      assert.deepEqual(await everything(), before);
    });
  }

  for (const refund of ["", "a/b", ".", "..", "__name__", "x".repeat(500)]) {
    it(`of a refund that names ${JSON.stringify(refund).slice(0, 20)} is taken, and nothing comes of it`, async () => {
      const before = await everything();
      const object = {
        id: "re_1",
        object: "refund",
        amount: 1,
        status: "succeeded",
        metadata: { refund },
        payment_intent: "pi_of_another_system",
      };
      const sent = { body: altered(event, object) };
      assert.equal(await world.simulator.send(event.id, sent), 200);
      assert.deepEqual(await everything(), before);
    });
  }

  it("of something else that the provider has is taken, and costs nothing", async () => {
    for (const object of [{ object: "charge" }, { object: "payout" }, { object: undefined }]) {
      const bill = await firestore.costOf(async () => {
        const sent = { body: altered(event, object) };
        assert.equal(await world.simulator.send(event.id, sent), 200);
      });
      assert.deepEqual(bill, NOTHING);
    }
  });

  it("comes by POST, and with a body", async () => {
    assert.equal(await receiveEvent(Buffer.alloc(0), undefined), 400);
    assert.equal(await posted({ method: "GET" }), 405);
    assert.equal(await posted({ method: "PUT", rawBody: Buffer.from(body) }), 405);
    assert.equal(await posted({ method: "POST" }), 400);
    assert.equal(await posted({ method: "POST", rawBody: Buffer.from(body) }), 400);
    const signature = signed(body);
    assert.equal(await posted({ method: "POST", rawBody: Buffer.from(body), signature }), 200);
    assert.equal((await orderOf(payable.orderId)).state, "paid");
  });
});

/** The status with which the function answers. */
function posted(request: { method: string; rawBody?: Buffer; signature?: string }) {
  return new Promise<number>((resolve, reject) => {
    let status = 0;
    const response = {
      status: (code: number) => {
        status = code;
        return response;
      },
      end: () => resolve(status),
      on: () => response,
    };
    const headers: Record<string, string | undefined> = { "stripe-signature": request.signature };
    const message = { ...request, headers, get: (name: string) => headers[name] };
    Promise.resolve(webhook(message as never, response as never)).catch(reject);
  });
}
