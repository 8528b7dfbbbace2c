import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { create, paid, useSimulator } from "./simulated.ts";

describe("dev: the payment simulator: its pages", () => {
  const use = useSimulator();
  const get = async (path: string) => {
    const answer = await fetch(path.startsWith("http") ? path : `${use.simulator.url}${path}`);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const form = (id: string, secret: string | null, back = "") =>
    get(
      `/pay/${id}?${new URLSearchParams({ client_secret: secret ?? "", ...(back && { return_url: back }) })}`,
    );

  it("show what is to be paid, and the ways it may end", async () => {
    const { id, client_secret } = await create();
    const { status, headers, text } = await form(id, client_secret);
    assert.equal(status, 200);
    assert.match(text, /€19\.99/);
    assert.match(text, /Two pens/);
    for (const choice of ["Pay", "Card is declined", "Insufficient funds", "3-D Secure"]) {
      assert.ok(text.includes(`>${choice}</button>`), choice);
    }
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
  });

  it("open to who has the secret of the intent, to nobody else", async () => {
    const { id } = await create();
    assert.equal((await form(id, "x")).status, 404);
    assert.equal((await get(`/pay/${id}`)).status, 404);
    assert.equal((await get("/pay/pi_none")).status, 404);
    assert.equal((await get(`/3ds/${id}`)).status, 404);
  });

  it("lead back to the app, to web addresses alone", async () => {
    const { id, client_secret } = await paid();
    const { text } = await form(id, client_secret, "https://shop.example/thanks?order=1");
    assert.match(text, /href="https:\/\/shop\.example\/thanks\?order=1&#38;payment_intent=pi_/);
    assert.match(text, /redirect_status=succeeded/);
    for (const address of ["javascript:alert(1)", "data:text/html,x", "//x.example", "x"]) {
      assert.doesNotMatch((await form(id, client_secret, address)).text, /<a /, address);
    }
  });

  it("hold no HTML but their own", async () => {
    const bad = `"><script>alert(1)</script>`;
    const { id, client_secret } = await provider().paymentIntents.create({
      amount: 500,
      currency: "eur",
      description: bad,
    });
    const back = `https://shop.example/?x=${encodeURIComponent(bad)}`;
    const pages = [await get("/"), await form(id, client_secret, back)];
    const { next_action } = await provider().paymentIntents.confirm(id, {
      payment_method: "pm_card_authenticationRequired",
      return_url: back,
    });
    pages.push(await get(next_action?.redirect_to_url?.url ?? ""));
    for (const { text } of pages) {
      assert.doesNotMatch(text, /<script>alert/);
      assert.match(text, /&#60;script&#62;alert/);
    }
  });

  for (const [outcome, status, told] of [
    ["succeeded", "succeeded", "succeeded"],
    ["failed", "requires_payment_method", "failed"],
  ] as const) {
    it(`ask for 3-D Secure, and lead back when it ${outcome}`, async () => {
      const { id } = await create();
      const { next_action, client_secret } = await provider().paymentIntents.confirm(id, {
        payment_method: "pm_card_authenticationRequired",
        return_url: "https://shop.example/thanks",
      });
      const url = next_action?.redirect_to_url?.url ?? "";
      const { text } = await get(url);
      assert.match(text, /Approve/);
      assert.match(text, /Reject/);
      const answer = await fetch(url, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ client_secret: client_secret ?? "", outcome }),
      });
      assert.equal(answer.status, 303);
      const back = new URL(answer.headers.get("location") ?? "");
      assert.equal(back.origin + back.pathname, "https://shop.example/thanks");
      assert.deepEqual(Object.fromEntries(back.searchParams), {
        payment_intent: id,
        payment_intent_client_secret: client_secret,
        redirect_status: told,
      });
      const intent = await provider().paymentIntents.retrieve(id);
      assert.equal(intent.status, status);
      if (outcome === "failed") {
        assert.equal(intent.last_payment_error?.code, "payment_intent_authentication_failure");
      }
      assert.match((await get(url)).text, /nothing to approve/);
    });
  }

  it("don't approve for who has not the secret", async () => {
    const intent = await paid("pm_card_authenticationRequired");
    const url = intent.next_action?.redirect_to_url?.url ?? "";
    const body = new URLSearchParams({ client_secret: "x", outcome: "succeeded" });
    assert.equal((await fetch(url, { method: "POST", body })).status, 404);
    const { status } = await provider().paymentIntents.retrieve(intent.id);
    assert.equal(status, "requires_action");
  });

  it("let a bank debit settle", async () => {
    const { id, client_secret } = await paid("pm_successDelayed_de");
    const { text } = await form(id, client_secret);
    assert.match(text, /data-settle="succeeded"/);
    assert.doesNotMatch(text, /data-method/);
  });

  it("list all payments, the newest first, with what was given back", async () => {
    assert.match((await get("/")).text, /None yet/);
    const { id } = await paid();
    await provider().refunds.create({ payment_intent: id, amount: 100 });
    const { id: newer } = await create(700);
    const { text } = await get("/");
    assert.ok(text.indexOf(newer) < text.indexOf(id));
    assert.match(text, /succeeded; refund €1\.00: succeeded/);
  });
});
