import assert from "node:assert/strict";
import fc from "fast-check";
import { stamp } from "../../../functions/src/core/clock.ts";
import { type Heard, hear, type Intent } from "../../../functions/src/core/payments/hear.ts";
import type { Payment, PaymentState } from "../../../functions/src/core/payments/schema.ts";

const opened: Payment = {
  subject: "orders/1",
  attempt: 1,
  uid: "ann",
  amount: 1_000,
  currency: "EUR",
  state: "created",
  intent: null,
  captured: 0,
  refunding: 0,
  refunded: 0,
  problem: null,
  review: null,
  createdAt: stamp(),
};

const intentIn = (status: Intent["status"], problem?: string): Intent => ({
  id: "pi_1",
  amount: 1_000,
  amount_received: status === "succeeded" ? 1_000 : 0,
  currency: "eur",
  status,
  last_payment_error: problem
    ? ({ code: problem } as NonNullable<Intent["last_payment_error"]>)
    : null,
});

const WORDS = [
  intentIn("requires_payment_method"),
  intentIn("requires_payment_method", "card_declined"),
  intentIn("requires_payment_method", "expired_card"),
  intentIn("requires_confirmation"),
  intentIn("requires_action"),
  intentIn("processing"),
  intentIn("canceled"),
  intentIn("succeeded"),
];

const word = fc.constantFrom(...WORDS);
const wrong = fc.constantFrom(
  ...WORDS.flatMap((intent) => [
    { ...intent, id: "pi_2" },
    { ...intent, currency: "usd" },
    { ...intent, amount: 999, amount_received: Math.min(intent.amount_received, 999) },
  ]),
);

const STEPS: PaymentState[][] = [
  ["created"],
  ["processing", "failed"],
  ["canceled"],
  ["succeeded"],
];
const stepOf = (state: PaymentState) => STEPS.findIndex((step) => step.includes(state));

/** The payment after each word, and what was news to the payee. */
function listen(words: Intent[], before = opened) {
  const payments = [before];
  const news: Heard["news"][] = [];
  for (const one of words) {
    const payment = payments.at(-1) ?? before;
    const heard = hear(payment, one);
    payments.push({ ...payment, ...heard?.after });
    if (heard?.news) news.push(heard.news);
  }
  return { payments, news, last: payments.at(-1) ?? before };
}

describe("core: what the provider says of a payment", () => {
  it("never moves it down, in whatever order and however often it is said", () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const steps = listen(words).payments.map(({ state }) => stepOf(state));
        assert.deepEqual(
          steps,
          steps.toSorted((a, b) => a - b),
        );
      }),
    );
  });

  it("is all of how it stands, or nothing where that is no news", () => {
    const standing = ["captured", "intent", "problem", "review", "state"];
    fc.assert(
      fc.property(fc.array(fc.oneof(word, wrong)), fc.oneof(word, wrong), (words, one) => {
        const { last } = listen(words);
        const heard = hear(last, one);
        if (!heard) return;
        assert.deepEqual(Object.keys(heard.after).toSorted(), standing);
        assert.notDeepEqual({ ...last, ...heard.after }, last);
      }),
    );
  });

  it("is news to the payee where a try has failed or there is money", () => {
    const [declined, expired] = [WORDS[1], WORDS[2]] as [Intent, Intent];
    assert.deepEqual(listen([declined, expired]).news, ["failed", "failed"]);
    assert.deepEqual(listen([declined, intentIn("succeeded")]).news, ["failed", "succeeded"]);
    const quiet = ["requires_payment_method", "requires_action", "processing", "canceled"] as const;
    for (const status of quiet) assert.deepEqual(listen([intentIn(status)]).news, [], status);
  });

  it("is that nobody has tried to pay, as long as nothing has gone wrong", () => {
    const { last } = listen([intentIn("requires_payment_method")]);
    assert.deepEqual([last.state, last.problem, last.intent], ["created", null, "pi_1"]);
  });

  it("that there is money is news once and overlooked never; no other word makes money", () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const { last, news } = listen(words);
        const came = words.some(({ status }) => status === "succeeded");
        assert.equal(last.captured, came ? 1_000 : 0);
        assert.equal(last.state === "succeeded", came);
        assert.equal(news.filter((kind) => kind === "succeeded").length, came ? 1 : 0);
        assert.deepEqual([last.refunding, last.refunded, last.amount], [0, 0, 1_000]);
      }),
    );
  });

  it("ends it alike in whatever order it is said, once it is over", () => {
    const over = fc.constantFrom(intentIn("canceled"), intentIn("succeeded"));
    const words = fc
      .tuple(fc.array(word, { maxLength: 6 }), over)
      .map(([rest, end]) => [...rest, end]);
    const orders = words.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(orders, ([one, other]) => assert.deepEqual(listen(one).last, listen(other).last)),
    );
  });

  it("changes nothing when it is said again", () => {
    fc.assert(
      fc.property(fc.array(word), word, (words, one) => {
        assert.equal(hear(listen([...words, one]).last, one), undefined);
      }),
    );
  });

  it("of another intent, amount or currency changes the review alone", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), wrong, (words, one) => {
        const before = listen(words).last;
        const { payments, news, last } = listen([one, one], before);
        assert.deepEqual(news, ["review"]);
        assert.match(last.review ?? "", /^the (intent|amount|currency) is \S+, not \S+$/);
        assert.deepEqual({ ...last, review: null }, before);
        assert.deepEqual(payments[1], payments[2]);
      }),
    );
  });

  it("of the wrong amount, before there was a right word, does not make that intent ours", () => {
    const { last } = listen([{ ...intentIn("processing"), amount: 999 }]);
    assert.deepEqual([last.intent, last.state], [null, "created"]);
  });

  it("wrongly, keeps nobody from being heard who is right", () => {
    const told = fc.tuple(fc.array(fc.oneof(word, wrong)), fc.constantFrom(...WORDS));
    fc.assert(
      fc.property(told, ([rest, first]) => {
        const words = [first, ...rest];
        const right = words.filter((one) => WORDS.includes(one));
        assert.deepEqual({ ...listen(words).last, review: null }, listen(right).last);
      }),
    );
  });

  it("of a failed try is kept as the problem, the latest one, until a try goes better", () => {
    const [declined, expired] = [WORDS[1], WORDS[2]] as [Intent, Intent];
    assert.equal(listen([declined]).last.problem, "card_declined");
    assert.equal(listen([declined, expired]).last.problem, "expired_card");
    assert.equal(listen([declined, intentIn("processing")]).last.problem, null);
    assert.equal(listen([declined, intentIn("succeeded")]).last.problem, null);
    assert.equal(listen([intentIn("succeeded"), declined]).last.problem, null);
  });

  it("of why is the bank's word before the provider's, and that it failed where neither has one", () => {
    const why = (error: object) =>
      listen([{ ...intentIn("requires_payment_method"), last_payment_error: error as never }]).last;
    const declined = { code: "card_declined", decline_code: "insufficient_funds" };
    assert.equal(why(declined).problem, "insufficient_funds");
    assert.equal(why({ code: "expired_card" }).problem, "expired_card");
    assert.equal(why({}).problem, "failed");
  });

  it("of part of the amount is not money for all of it", () => {
    const part = { ...intentIn("succeeded"), amount_received: 400 };
    const { last, news } = listen([part]);
    assert.deepEqual([last.state, last.captured, news], ["created", 0, ["review"]]);
    assert.equal(last.review, "the amount is 400, not 1000");
  });
});
