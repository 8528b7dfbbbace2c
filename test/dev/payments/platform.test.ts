import assert from "node:assert/strict";
import { paymentControl } from "../../../dev/payments/control.ts";
import { region } from "../../../functions/src/core/settings.ts";
import { running } from "../../support/firestore.ts";
import { until } from "../../support/until.ts";
import { create } from "./simulated.ts";

const { paymentsUrl } = running;

describe("dev: the platform's payments", () => {
  if (paymentsUrl === undefined) {
    it("are Stripe's, with a test key", () => {
      assert.match(process.env.STRIPE_SECRET_KEY ?? "", /^[sr]k_test_/);
    });
    return;
  }
  const simulator = paymentControl(paymentsUrl);

  it("are simulated, and tests in process use the same simulator", async () => {
    assert.equal(process.env.STRIPE_API, paymentsUrl);
    const { id } = await create();
    assert.deepEqual((await simulator.ledger()).intents[id], { captured: 0, refunded: 0 });
  });

  it("tell their events to the function payments-webhook", async () => {
    const path = `/${running.project}/${region}/payments-webhook`;
    const answer = await fetch(`http://${running.hosts.functions}${path}`, { method: "POST" });
    const { id } = await create();
    const created = (await simulator.events()).find(({ data }) => data.object.id === id);
    const status = await simulator.send(created?.id ?? "", { signature: "none" });
    assert.equal(status, answer.status);
  });

  it("show all payments on a page", async () => {
    const { id } = await create();
    await until(async () => (await (await fetch(`${paymentsUrl}/`)).text()).includes(id));
  });
});
