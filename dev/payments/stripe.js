// What the payment simulator serves in place of https://js.stripe.com: the part of Stripe.js that an app
// needs for the Payment Element. https://docs.stripe.com/js
(() => {
  const provider = new URL(document.currentScript.src).origin;

  /** The provider's test cards: https://docs.stripe.com/testing */
  const CARDS = {
    4242424242424242: "pm_card_visa",
    5555555555554444: "pm_card_mastercard",
    4000000000000002: "pm_card_visa_chargeDeclined",
    4000000000009995: "pm_card_visa_chargeDeclinedInsufficientFunds",
    4000000000000069: "pm_card_chargeDeclinedExpiredCard",
    4000002500003155: "pm_card_authenticationRequired",
    4000002760003184: "pm_card_authenticationRequired",
  };

  const FIELDS = [
    ["number", "Card number", "1234 1234 1234 1234", "cc-number"],
    ["expiry", "Expiry (MM / YY)", "MM / YY", "cc-exp"],
    ["code", "Security code", "CVC", "cc-csc"],
  ];

  const wrong = (code, message) => ({ error: { type: "validation_error", code, message } });

  /** What a person has filled in: a payment method, or what is wrong with it. */
  function methodOf({ number, expiry, code }) {
    const digits = number.replace(/\D/g, "");
    const [, month = "", year = ""] = /^(\d\d)\s*\/?\s*(\d\d)$/.exec(expiry.trim()) ?? [];
    if (digits.length < 14) return wrong("incomplete_number", "Your card number is incomplete.");
    if (!(digits in CARDS)) {
      const test = "Only test cards work here: 4242 4242 4242 4242.";
      return wrong("invalid_number", `Your card number is invalid. ${test}`);
    }
    if (month < "01" || month > "12") {
      return wrong("incomplete_expiry", "Your card's expiration date is incomplete.");
    }
    if (new Date(2000 + Number(year), Number(month), 1) < new Date()) {
      return wrong("invalid_expiry_year_past", "Your card's expiration year is in the past.");
    }
    if (!/^\d{3,4}$/.test(code.trim())) {
      return wrong("incomplete_cvc", "Your card's security code is incomplete.");
    }
    return { method: CARDS[digits] };
  }

  /** The Payment Element: real ones stand in a frame of the provider's, and look as they are told to. */
  function paymentElement() {
    const form = document.createElement("div");
    form.className = "simulated-payment-element";
    const inputs = {};
    for (const [name, label, placeholder, autocomplete] of FIELDS) {
      const field = document.createElement("label");
      const input = document.createElement("input");
      Object.assign(input, { name, placeholder, autocomplete, inputMode: "numeric" });
      field.append(label, input);
      form.append(field);
      inputs[name] = input;
    }
    const listeners = [];
    return {
      mount(place) {
        const target = typeof place === "string" ? document.querySelector(place) : place;
        target.append(form);
        for (const [event, listener] of listeners) if (event === "ready") listener({});
      },
      unmount: () => form.remove(),
      destroy: () => form.remove(),
      on: (event, listener) => listeners.push([event, listener]),
      filledIn: () =>
        Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value])),
    };
  }

  async function ask(key, secret, path, fields) {
    const [intent] = secret.split("_secret_");
    const words = new URLSearchParams({ key, client_secret: secret, ...fields });
    const url = `${provider}/v1/payment_intents/${intent}`;
    try {
      const answer = fields
        ? await fetch(url + path, { method: "POST", body: words })
        : await fetch(`${url}?${words}`);
      const found = await answer.json();
      return found.error ? { error: found.error } : { paymentIntent: found };
    } catch {
      const message = "An error occurred with our connection to Stripe.";
      return { error: { type: "api_connection_error", message } };
    }
  }

  /** Leads to the bank, and from there back to the app; it never resolves where it does. */
  function follow({ paymentIntent, error }, returnUrl, redirect) {
    if (error) return { error };
    const { next_action: next, status } = paymentIntent;
    if (next) {
      location.assign(next.redirect_to_url.url);
      return new Promise(() => {});
    }
    if (redirect === "if_required") return { paymentIntent };
    const back = new URL(returnUrl);
    back.searchParams.set("payment_intent", paymentIntent.id);
    back.searchParams.set("payment_intent_client_secret", paymentIntent.client_secret);
    back.searchParams.set("redirect_status", status === "canceled" ? "failed" : "succeeded");
    location.assign(back);
    return new Promise(() => {});
  }

  window.Stripe = (key) => ({
    elements: ({ clientSecret }) => {
      let element;
      return {
        clientSecret,
        create: () => {
          element = paymentElement();
          return element;
        },
        getElement: () => element ?? null,
        submit: async () => {
          const { error } = methodOf(element.filledIn());
          return error ? { error } : {};
        },
        filledIn: () => element.filledIn(),
      };
    },
    confirmPayment: async ({ elements, confirmParams = {}, redirect = "always" }) => {
      const { method, error } = methodOf(elements.filledIn());
      if (error) return { error };
      const fields = { payment_method: method, return_url: confirmParams.return_url ?? "" };
      const answer = await ask(key, elements.clientSecret, "/confirm", fields);
      return follow(answer, confirmParams.return_url, redirect);
    },
    retrievePaymentIntent: (secret) => ask(key, secret),
  });
  window.Stripe.version = "endive";
})();
