import assert from "node:assert/strict";
import { mayJoin, type Policy, policyNow } from "../../../functions/src/accounts/signIn/policy.ts";
import { useSettings } from "./support/people.ts";

type Refusal = ReturnType<typeof mayJoin>;

describe("accounts: who may join", () => {
  const asked = (email: string | null, policy: Partial<Policy & { invited: boolean }>): Refusal =>
    mayJoin(email, { signUp: "open", blockedDomains: [], invited: false, ...policy });

  const table: [Policy["signUp"], boolean, "free" | "blocked", Refusal][] = [
    ["open", false, "free", undefined],
    ["open", true, "free", undefined],
    ["open", false, "blocked", "domain-blocked"],
    ["open", true, "blocked", "domain-blocked"],
    ["invited", false, "free", "invitation-needed"],
    ["invited", true, "free", undefined],
    ["invited", false, "blocked", "domain-blocked"],
    ["invited", true, "blocked", "domain-blocked"],
  ];
  for (const [signUp, invited, domain, refusal] of table) {
    it(`${signUp}, ${invited ? "" : "not "}invited, ${domain} domain: ${refusal ?? "may"}`, () => {
      const email = domain === "free" ? "a@free.example" : "a@blocked.example";
      const blockedDomains = ["blocked.example"];
      assert.equal(asked(email, { signUp, invited, blockedDomains }), refusal);
    });
  }

  it("is anyone without an address where sign-up is open, nobody where it takes an invitation", () => {
    assert.equal(asked(null, { blockedDomains: ["example.com"] }), undefined);
    assert.equal(asked(null, { signUp: "invited" }), "invitation-needed");
  });

  const blocked: [address: string, domains: string[]][] = [
    ["a@example.com", ["example.com"]],
    ["a@EXAMPLE.com", ["example.com"]],
    ["a@example.com", ["Example.COM"]],
    ["a@x.example.com", ["example.com"]],
    ["a@y.x.example.com", ["example.com"]],
    ["a@example.com", ["@example.com"]],
    ["a@example.com", [" example.com "]],
    ["a@example.com.", ["example.com"]],
    ["a@example.com", ["other.example", "example.com"]],
    ["a@b@example.com", ["example.com"]],
    ["a@bücher.example", ["xn--bcher-kva.example"]],
    ["a@xn--bcher-kva.example", ["BÜCHER.example"]],
    ["a@something.example", ["example"]],
  ];
  for (const [email, blockedDomains] of blocked) {
    it(`is not ${email} where ${JSON.stringify(blockedDomains)} is blocked`, () => {
      assert.equal(asked(email, { blockedDomains }), "domain-blocked");
    });
  }

  const free: [address: string, domains: string[]][] = [
    ["a@example.com", []],
    ["a@example.com", [""]],
    ["a@example.com", ["."]],
    ["a@notexample.com", ["example.com"]],
    ["a@example.com.net", ["example.com"]],
    ["a@com", ["example.com"]],
    ["example.com@free.net", ["example.com"]],
    ["a@example.com", ["x.example.com"]],
  ];
  for (const [email, blockedDomains] of free) {
    it(`is ${email} where ${JSON.stringify(blockedDomains)} is blocked`, () => {
      assert.equal(asked(email, { blockedDomains }), undefined);
    });
  }
});

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
