import assert from "node:assert/strict";
import { hashOf, isSecret, newSecret } from "../../functions/src/core/secret.ts";

const SECRET = "aZ09_-".padEnd(43, "x");

describe("a secret", () => {
  it("is 43 letters, digits, - and _, and never the same", () => {
    const secrets = Array.from({ length: 100 }, newSecret);
    for (const secret of secrets) assert.match(secret, /^[A-Za-z0-9_-]{43}$/);
    assert.equal(new Set(secrets).size, 100);
  });

  it("opens what its own hash is kept of, alone", () => {
    assert.equal(isSecret(SECRET, hashOf(SECRET)), true);
    for (const wrong of [newSecret(), "", SECRET.slice(1), SECRET.toUpperCase(), hashOf(SECRET)]) {
      assert.equal(isSecret(wrong, hashOf(SECRET)), false, wrong);
    }
    for (const hash of ["", "x", SECRET, hashOf(SECRET).toUpperCase(), "é".repeat(64)]) {
      assert.equal(isSecret(SECRET, hash), false, hash);
    }
  });
});
