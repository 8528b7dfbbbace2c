import assert from "node:assert/strict";
import { newsOf, shownBy } from "../../../functions/src/accounts/signIn/news.ts";
import type { Account } from "../../../functions/src/core/accounts.ts";
import { stamp } from "../../../functions/src/core/clock.ts";

const known: Account = { disabled: false, validAfter: 0, email: "a@example.com", seenSince: 100 };
const shown = { email: "a@example.com", since: 100, settled: true };

describe("accounts: what a sign-in shows", () => {
  const auth = (email: string | null) => ({ email, verified: true, since: 100 });

  it("is what Firebase Authentication has, once that has an address", () => {
    const seen = { email: "b@example.com", since: 100, settled: true };
    const { email, since, settled } = shownBy("a@example.com", auth("b@example.com"), 500);
    assert.deepEqual({ email, since, settled }, seen);
  });

  for (const [when, record] of [
    ["somebody signs up", undefined],
    ["a guest gives an address", auth(null)],
    ["Firebase Authentication is silent", "no answer"],
  ] as const) {
    it(`is the sign-in's address while ${when}, and a time that is not over`, () => {
      const seen = { email: "a@example.com", since: 510, settled: false };
      assert.deepEqual(shownBy("a@example.com", record, 500), seen);
    });
  }

  it("may be that there is no address", () => {
    assert.deepEqual(shownBy(null, auth(null), 500).settled, true);
  });
});

describe("accounts: what is new at a sign-in", () => {
  it("is nothing where all is as it was, or as an older look had it", () => {
    assert.equal(newsOf(known, shown), undefined);
    assert.equal(newsOf(known, { ...shown, since: 99 }), undefined);
    assert.equal(newsOf(known, { ...shown, email: "A@Example.com" }), undefined);
  });

  it("is a password where sessions have ended since, which are shut out then", () => {
    assert.deepEqual(newsOf(known, { ...shown, since: 101 }), {
      kind: "password-changed",
      fields: { email: "a@example.com", seenSince: 101, validAfter: 100 },
    });
  });

  it("shuts out nobody who was let in again by what shut out more", () => {
    const news = newsOf({ ...known, validAfter: 200 }, { ...shown, since: 101 });
    assert.equal(news?.fields.validAfter, 200);
  });

  it("is an address where there is another, or none", () => {
    for (const email of ["b@example.com", null]) {
      assert.deepEqual(newsOf(known, { ...shown, email }), {
        kind: "address-changed",
        fields: { email },
      });
    }
  });

  it("is an address where there was none", () => {
    const news = newsOf({ ...known, email: null }, shown);
    assert.deepEqual(news, { kind: "address-changed", fields: { email: "a@example.com" } });
  });

  it("is an address alone where sessions have ended with it", () => {
    assert.deepEqual(newsOf(known, { ...shown, email: "b@example.com", since: 101 }), {
      kind: "address-changed",
      fields: { email: "b@example.com", seenSince: 101, validAfter: 100 },
    });
  });

  it("is no password while our own ending of sessions is under way, but an address", () => {
    const syncing = { ...known, syncAt: stamp() };
    assert.equal(newsOf(syncing, { ...shown, since: 101 }), undefined);
    assert.deepEqual(newsOf(syncing, { ...shown, email: "b@example.com", since: 101 }), {
      kind: "address-changed",
      fields: { email: "b@example.com" },
    });
  });

  it("is no password while something is under way; of an address, what will follow is known", () => {
    const underWay = { ...shown, since: 510, settled: false };
    assert.equal(newsOf(known, underWay), undefined);
    assert.deepEqual(newsOf(known, { ...underWay, email: "b@example.com" }), {
      kind: "address-changed",
      fields: { email: "b@example.com", seenSince: 510 },
    });
    const syncing = { ...known, syncAt: stamp() };
    assert.deepEqual(newsOf(syncing, { ...underWay, email: "b@example.com" })?.fields, {
      email: "b@example.com",
    });
  });
});
