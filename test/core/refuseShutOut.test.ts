import assert from "node:assert/strict";
import { type Account, refuseShutOut } from "../../functions/src/core/accounts.ts";
import { refused } from "../support/call.ts";

const account = { disabled: false, validAfter: 100 } as Account;

describe("core: whether somebody is shut out", () => {
  it("is no question where nothing is known of them, or they signed in later", () => {
    assert.equal(refuseShutOut(undefined, 0), undefined);
    assert.equal(refuseShutOut(account, 101), undefined);
  });

  it("is yes who signed in at that second or earlier, or where it is not known", async () => {
    for (const [known, signedInAt] of [
      [account, 100],
      [account, 99],
      [{ disabled: false } as Account, 101],
    ] as const) {
      const attempt = async () => refuseShutOut(known, signedInAt);
      await refused(attempt(), "unauthenticated", "signed-out-everywhere");
      await assert.rejects(attempt(), { message: "You were signed out. Sign in again." });
    }
  });

  it("is yes who is disabled, whenever they signed in", async () => {
    const attempt = async () => refuseShutOut({ ...account, disabled: true }, 101);
    await refused(attempt(), "permission-denied", "disabled");
    await assert.rejects(attempt(), { message: "This account is disabled." });
  });
});
