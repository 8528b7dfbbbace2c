import assert from "node:assert/strict";
import { policyNow } from "../../../functions/src/accounts/signIn/policy.ts";
import { useSettings } from "./support/people.ts";

describe("accounts: the settings", () => {
  useSettings({ SIGN_UP: "invited", BLOCKED_DOMAINS: '["example.com"]' });

  it("say who may join", () => {
    assert.deepEqual(policyNow(), { signUp: "invited", blockedDomains: ["example.com"] });
    process.env.SIGN_UP = "open";
    assert.equal(policyNow().signUp, "open");
  });

  for (const value of ["closed", "OPEN", "invite", ""]) {
    it(`are named where SIGN_UP is "${value}"`, () => {
      process.env.SIGN_UP = value;
      assert.throws(policyNow, /The setting SIGN_UP must be "open" or "invited", not/);
    });
  }
});
