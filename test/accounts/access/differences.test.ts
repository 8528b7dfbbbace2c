import assert from "node:assert/strict";
import { differences } from "../../../functions/src/accounts/access/differences.ts";
import type { Account } from "../../../functions/src/core/accounts.ts";
import type { Staff } from "../../../functions/src/core/roles.ts";
import type { UserRecord } from "../../../functions/src/core/users.ts";

const SINCE = Date.parse("2026-11-22T10:00:00Z") / 1000;

/** Somebody as Firebase Authentication has them: all is well, unless `fields` say otherwise. */
const user = (fields: Partial<UserRecord> = {}) =>
  ({
    disabled: false,
    tokensValidAfterTime: new Date(SINCE * 1000).toUTCString(),
    ...fields,
  }) as UserRecord;

const account = (fields: Partial<Account> = {}): Account => ({
  disabled: false,
  validAfter: 0,
  email: null,
  seenSince: 0,
  ...fields,
});

const admin: Staff = { role: "admin", disabled: false };

describe("accounts: what Firebase Authentication is told of an account", () => {
  const nothing = { revoked: false };

  it("is nothing where it says the same", () => {
    assert.deepEqual(differences(undefined, undefined, user()), nothing);
    const known = user({ customClaims: { role: "admin", theme: "dark" } });
    assert.deepEqual(differences(account(), admin, known), nothing);
    const out = account({ disabled: true });
    assert.deepEqual(differences(out, undefined, user({ disabled: true })), nothing);
  });

  it("is that somebody is disabled, and has no role then", () => {
    const known = user({ customClaims: { role: "admin" } });
    const told = differences(account({ disabled: true }), admin, known);
    assert.deepEqual(told, { revoked: false, disabled: true, claims: {} });
  });

  it("is that somebody is enabled who was disabled here, not who was by hand there", () => {
    const out = user({ disabled: true });
    const enabling = account({ enabling: true });
    assert.deepEqual(differences(enabling, undefined, out), { revoked: false, disabled: false });
    assert.deepEqual(differences(account(), undefined, out), nothing);
    assert.deepEqual(differences(undefined, undefined, out), nothing);
  });

  it("is the role of who is staff, beside the claims that the app made", () => {
    const known = user({ customClaims: { theme: "dark" } });
    const told = differences(undefined, admin, known);
    assert.deepEqual(told, { revoked: false, claims: { theme: "dark", role: "admin" } });
    const was = user({ customClaims: { role: "order_manager" } });
    assert.deepEqual(differences(undefined, admin, was).claims, { role: "admin" });
  });

  it("is that somebody is staff no more, or may not be now", () => {
    const known = user({ customClaims: { role: "admin", theme: "dark" } });
    for (const member of [undefined, { ...admin, disabled: true }]) {
      assert.deepEqual(differences(undefined, member, known).claims, { theme: "dark" });
    }
  });

  it("is to end all sessions that are older than what still counts", () => {
    const revoked = (validAfter: number) =>
      differences(account({ validAfter }), undefined, user()).revoked;
    assert.deepEqual([SINCE - 1, SINCE, SINCE + 1].map(revoked), [false, false, true]);
    const never = user({ tokensValidAfterTime: undefined });
    assert.equal(differences(undefined, undefined, never).revoked, false);
  });
});
