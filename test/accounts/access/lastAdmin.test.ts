import assert from "node:assert/strict";
import { disableUser } from "../../../functions/src/accounts/disableUser.ts";
import { setRole } from "../../../functions/src/accounts/setRole.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { auth } from "../../../functions/src/core/users.ts";
import { call, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { clearFirestore } from "../../support/firestore.ts";
import { assertAgreed, employed, memberOf, type SignedIn } from "./people.ts";

const demote = (actor: SignedIn, { uid }: SignedIn) => call(setRole, actor, { uid, role: null });
const disable = (actor: SignedIn, { uid }: SignedIn) =>
  call(disableUser, actor, { uid, reason: "A quarrel" });

const active = async (): Promise<string[]> => {
  const found = await staff.where("role", "==", "admin").where("disabled", "==", false).get();
  return found.docs.map(({ id }) => id);
};

describe("accounts: the last admin", () => {
  beforeEach(() => clearFirestore());

  it("stays: no resigning, whatever else there is on the staff", async () => {
    const only = await employed("admin");
    await employed("order_manager");
    const disabled = await employed("admin");
    await disable(only, disabled);
    for (const role of ["order_manager", "inventory_manager", null] as const) {
      const attempt = call(setRole, only, { uid: only.uid, role });
      await refused(attempt, "failed-precondition", "last-admin");
    }
    assert.deepEqual(await active(), [only.uid]);
  });

  it("is one who can sign in: a document of somebody who can't does not count", async () => {
    const only = await employed("admin");
    const [gone, disabled, unverified] = [
      await employed("admin"),
      await employed("admin"),
      await employed("admin"),
    ];
    await auth.deleteUser(gone.uid);
    await auth.updateUser(disabled.uid, { disabled: true });
    await auth.updateUser(unverified.uid, { emailVerified: false });
    await refused(demote(only, only), "failed-precondition", "last-admin");
    await employed("admin");
    await demote(only, only);
    assert.equal(await memberOf(only.uid), undefined);
  });

  it("may go once there is another", async () => {
    const [one, two] = [await employed("admin"), await employed("admin")];
    await call(setRole, one, { uid: one.uid, role: "order_manager" });
    await refused(demote(two, two), "failed-precondition", "last-admin");
    assert.deepEqual(await active(), [two.uid]);
  });

  for (const [what, take] of Object.entries({ demote, disable })) {
    it(`is left when two ${what} each other in the same moment`, async () => {
      const [one, two] = [await employed("admin"), await employed("admin")];
      await assert.rejects(
        beforeCommit(
          () => take(two, one),
          () => take(one, two),
        ),
      );
      assert.deepEqual(await active(), [two.uid]);
    });
  }

  it("is left when one resigns as the other is disabled by a third, who resigns, too", async () => {
    const [one, two, three] = [
      await employed("admin"),
      await employed("admin"),
      await employed("admin"),
    ];
    await Promise.allSettled([demote(one, one), disable(three, two), demote(three, three)]);
    assert.ok((await active()).length >= 1);
  });

  describe("is left of ten at once, in each of 20 rounds,", () => {
    let ring: SignedIn[];
    before(async () => {
      ring = await Promise.all(Array.from({ length: 10 }, () => employed("admin")));
    });
    beforeEach(async () => {
      await Promise.all(
        ring.map(({ uid }) => staff.doc(uid).set({ role: "admin", disabled: false })),
      );
      await Promise.all(ring.map(({ uid }) => auth.updateUser(uid, { disabled: false })));
      await Promise.all(
        ring.map(({ uid }) => auth.setCustomUserClaims(uid, { role: "admin", ring: true })),
      );
    });
    const next = (n: number) => ring[(n + 1) % ring.length]!;
    const ways: Record<string, (person: SignedIn, n: number) => Promise<unknown>> = {
      "who demote each other in a ring": (person, n) => demote(person, next(n)),
      "who disable each other in a ring": (person, n) => disable(person, next(n)),
      "who resign": (person) => demote(person, person),
      "who do all of that": (person, n) =>
        n % 3 === 0 ? demote(person, person) : (n % 3 === 1 ? demote : disable)(person, next(n)),
    };
    for (const [what, act] of Object.entries(ways)) {
      for (let round = 0; round < 5; round++) {
        it(`${what} (${round + 1})`, async () => {
          const ends = await Promise.allSettled(ring.map(act));
          const left = await active();
          assert.ok(left.length >= 1, "nobody is admin any more");
          // Of one person two may say the same: the second finds it done.
          const done = ends.filter(({ status }) => status === "fulfilled").length;
          assert.ok(done >= 1 && left.length >= ring.length - done, `${done}, ${left.length}`);
          await Promise.all(ring.map(({ uid }) => assertAgreed(uid)));
        });
      }
    }
  });
});
