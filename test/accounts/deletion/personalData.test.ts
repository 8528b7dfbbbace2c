import assert from "node:assert/strict";
import { personalData } from "../../../functions/src/accounts/personalData.ts";
import {
  invitationOf,
  invitations,
  linkRequests,
  profiles,
  usernames,
} from "../../../functions/src/accounts/schema.ts";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import type { Person } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { documentsHolding } from "../../support/everything.ts";
import { useStillClock } from "../../support/time.ts";
import { namesOf, settle } from "./belongings.ts";
import { signedUp } from "./support.ts";

const alias = "deleted-abcdefghijklmnopqrst";
const OURS = /^(users|usernames|invitations|linkRequests|staff)\//;

type Somebody = Person & { token: { email: string } };

const erase = ({ uid, token: { email } }: Somebody) =>
  personalData.erase({ uid, emails: [email], alias });

/** What of the module's own names somebody still. */
async function left({ uid, token: { email } }: Somebody): Promise<string[]> {
  const found = await documentsHolding(uid, email, ...Object.values(namesOf(uid)));
  return found.filter((path) => OURS.test(path));
}

describe("accounts: what they keep about people", () => {
  useStillClock();

  it("is all gone when erased, and nobody else's", async () => {
    const [person, other] = [await signedUp(), await signedUp()];
    await Promise.all([settle(person), settle(other)]);
    await staff.doc(person.uid).set({ role: "admin", disabled: false });
    await staff.doc(other.uid).set({ role: "admin", disabled: false });
    const theirs = await left(other);
    assert.equal((await left(person)).length, 9);
    assert.equal(await erase(person), "erased");
    assert.deepEqual(await left(person), []);
    assert.deepEqual(await left(other), theirs);
  });

  it("may be erased again, by several at once, and where there is nothing", async () => {
    const person = await signedUp();
    assert.equal(await erase(person), "erased");
    await settle(person);
    await Promise.all(Array.from({ length: 5 }, () => erase(person)));
    assert.deepEqual(await left(person), []);
  });

  for (const moment of ["before", "after"] as const) {
    it(`is gone when who erased it died ${moment} any commit, and another goes on`, async () => {
      for (let n = 1; ; n++) {
        const person = await signedUp();
        await settle(person);
        const died = await dyingAt(n, moment, () => erase(person));
        await erase(person);
        assert.deepEqual(await left(person), []);
        if (!died) break;
      }
    });
  }

  it("leaves whom they invited invited, by nobody in particular", async () => {
    const person = await signedUp();
    for (let n = 0; n < 120; n++) {
      await invitations.add({
        email: `friend-${n}@example.com`,
        invitedBy: person.uid,
        createdAt: stamp(),
        expiresAt: stamp(DAY),
      });
    }
    await erase(person);
    assert.equal((await invitations.where("invitedBy", "==", alias).get()).size, 120);
  }).timeout(20_000);

  it("goes for each address, whatever its case", async () => {
    const person = await signedUp();
    const emails = ["Ann@Example.com", "ann@example.com", "former@example.com"];
    const times = { times: 1, requestedAt: stamp(), expiresAt: stamp(DAY) };
    for (const email of emails) {
      await linkRequests.add({ kind: "reset", email, uid: null, ...times });
      const invited = { email, invitedBy: "an-admin", createdAt: stamp(), expiresAt: stamp(DAY) };
      await invitationOf(email).set(invited);
    }
    const known = ["Ann@Example.com", "former@example.com"];
    await personalData.erase({ uid: person.uid, emails: known, alias });
    assert.equal((await linkRequests.get()).size + (await invitations.get()).size, 0);
  });

  it("frees the name: all claims of that person, with or without a profile", async () => {
    const person = await signedUp();
    await settle(person);
    await profiles.doc(person.uid).delete();
    await usernames.doc("another_name").set({ uid: person.uid, createdAt: stamp() });
    await erase(person);
    assert.equal((await usernames.get()).size, 0);
  });

  it("of a guest is found without any address", async () => {
    assert.equal(await personalData.erase({ uid: "a-guest", emails: [], alias }), "erased");
  });
});
