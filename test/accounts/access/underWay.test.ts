import assert from "node:assert/strict";
import { disableUser } from "../../../functions/src/accounts/disableUser.ts";
import { enableUser } from "../../../functions/src/accounts/enableUser.ts";
import { setRole } from "../../../functions/src/accounts/setRole.ts";
import { auth } from "../../../functions/src/core/users.ts";
import { call, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { clearFirestore } from "../../support/firestore.ts";
import { withoutAuth } from "../support/auth.ts";
import { accountOf, actionsOf, employed, memberOf, type SignedIn, somebody } from "./people.ts";

/** Lets something happen to a call that has been admitted and has not read anything yet. */
async function onceAdmitted(meanwhile: () => Promise<unknown>, work: () => Promise<unknown>) {
  const getUser = auth.getUser.bind(auth);
  let isFirst = true;
  await withoutAuth(["getUser"], work, (async (uid: string) => {
    if (isFirst) {
      isFirst = false;
      await meanwhile();
    }
    return getUser(uid);
  }) as never);
}

const moments = { "once it is admitted": onceAdmitted, "before its commit": beforeCommit };

describe("accounts: the call of an admin who is none any more by then", () => {
  let going: SignedIn;
  let boss: SignedIn;
  beforeEach(async () => {
    await clearFirestore();
    [going, boss] = [await employed("admin"), await employed("admin")];
  });

  const ends = {
    demoted: () => call(setRole, boss, { uid: going.uid, role: "order_manager" }),
    dismissed: () => call(setRole, boss, { uid: going.uid, role: null }),
    disabled: () => call(disableUser, boss, { uid: going.uid, reason: "Left us" }),
  };
  for (const [how, end] of Object.entries(ends)) {
    for (const [moment, during] of Object.entries(moments)) {
      it(`gives nobody a role: ${how} ${moment}`, async () => {
        const friend = await somebody();
        const attempt = during(end, () => call(setRole, going, { uid: friend.uid, role: "admin" }));
        await assert.rejects(attempt, { code: "permission-denied" });
        assert.equal(await memberOf(friend.uid), undefined);
        assert.deepEqual(await actionsOf(friend.uid), []);
      });

      it(`neither disables nor enables anybody: ${how} ${moment}`, async () => {
        const [friend, foe] = [await somebody(), await somebody()];
        await call(disableUser, boss, { uid: friend.uid, reason: "Spam" });
        await assert.rejects(
          during(end, () => call(enableUser, going, { uid: friend.uid })),
          { code: "permission-denied" },
        );
        assert.equal((await accountOf(friend.uid))?.disabled, true);
        going = await employed("admin");
        await assert.rejects(
          during(end, () => call(disableUser, going, { uid: foe.uid, reason: "Revenge" })),
          { code: "permission-denied" },
        );
        assert.equal(await accountOf(foe.uid), undefined);
      });
    }

    it(`does not make them one again: ${how}`, async () => {
      const again = () => call(setRole, going, { uid: going.uid, role: "admin" });
      await onceAdmitted(end, again).catch(() => {});
      const member = await memberOf(going.uid);
      assert.ok(member?.role !== "admin" || member.disabled);
    });
  }

  it("can't be one that lets themselves in again", () =>
    refused(call(enableUser, going, { uid: going.uid }), "invalid-argument", "self"));
});
