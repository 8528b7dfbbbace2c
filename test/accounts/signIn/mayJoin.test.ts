import assert from "node:assert/strict";
import type { Invitation } from "../../../functions/src/accounts/schema.ts";
import { isLive, mayJoin, type Policy } from "../../../functions/src/accounts/signIn/policy.ts";
import { stamp, useClock } from "../../../functions/src/core/clock.ts";

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
    // No domain that there could be, but the same.
    ["a@ex^ample.com", ["EX^ample.com"]],
  ];
  for (const [email, blockedDomains] of blocked) {
    it(`is not ${email} where ${JSON.stringify(blockedDomains)} is blocked`, () => {
      assert.equal(asked(email, { blockedDomains }), "domain-blocked");
    });
  }

  const free: [address: string, domains: string[]][] = [
    ["a@example.com", []],
    ["a@example.com", [""]],
    ["a@", [""]],
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

  it("is who holds an invitation that has not run out", () => {
    const invitation = (left: number) => ({ expiresAt: stamp(left) }) as unknown as Invitation;
    const putBack = useClock(() => new Date("2026-11-22T10:00:00Z"));
    try {
      const live = [invitation(1), invitation(0), undefined].map(isLive);
      assert.deepEqual(live, [true, false, false]);
    } finally {
      putBack();
    }
  });
});
