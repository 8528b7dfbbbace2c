import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { acceptSiteInvite } from "../../../functions/src/content/acceptSiteInvite.ts";
import { deleteSite } from "../../../functions/src/content/deleteSite.ts";
import {
  inviteOf,
  MAX_MEMBERS,
  type SiteRole,
  siteRoles,
  teams,
} from "../../../functions/src/content/team/schema.ts";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { call, customer, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { invited, inviteNow } from "../support/invites.ts";
import { type OpenSite, openSite, teamFields, teamNow } from "../support/sites.ts";

const none = ["not-found", "no-such-invite"] as const;
const used = ["failed-precondition", "invite-used"] as const;
const expired = ["failed-precondition", "invite-expired"] as const;

describe("content: who is invited to a team", () => {
  const { pass } = useStillClock();
  let site: OpenSite;
  beforeEach(async () => {
    site = await openSite();
  });
  const accept = (person: ReturnType<typeof customer>, code: string) =>
    call(acceptSiteInvite, person, { code });

  for (const role of siteRoles) {
    it(`joins it as ${role}, after those who are there`, async () => {
      const [{ siteId, owner }, guest] = [site, customer()];
      const before = await teamNow(siteId);
      pass(1);
      const code = await invited(owner, siteId, guest, role);
      assert.deepEqual(await accept(guest, code), { siteId, role });
      assert.deepEqual(await teamNow(siteId), {
        ...before,
        roles: { ...before.roles, [guest.uid]: role },
        memberIds: [...before.memberIds, guest.uid],
        updatedAt: stamp(),
      });
      assert.equal((await inviteNow(siteId, guest.token.email)).accepted, true);
    });
  }

  it("is who has the address, however it is written; all others are told as with a wrong code", async () => {
    const [{ siteId, owner }, guest, other] = [site, customer(), customer()];
    const code = await invited(owner, siteId, guest);
    const before = await teamNow(siteId);
    const told = async (code: string) => {
      const error = await accept(other, code).then(
        () => assert.fail("let in"),
        (one) => one,
      );
      return { code: error.code, message: error.message, details: error.details };
    };
    const guessed = `${siteId}.${randomBytes(32).toString("base64url")}`;
    const wrong = await told(guessed);
    assert.equal(wrong.details.reason, "no-such-invite");
    assert.deepEqual(await told(code), wrong);
    assert.deepEqual(await told(`no-site.${code.split(".")[1]}`), wrong);
    await refused(accept(guest, guessed), ...none);
    const unverified = { ...guest, token: { ...guest.token, email_verified: false } };
    await refused(accept(unverified, code), "permission-denied", "unverified");
    assert.deepEqual(await teamNow(siteId), before);
    const { email } = guest.token;
    const shouting = { ...guest, token: { ...guest.token, email: email.toUpperCase() } };
    assert.deepEqual(await accept(shouting, code), { siteId, role: "author" });
  });

  it("is refused a code that is for another site of the same owner", async () => {
    const [{ siteId, owner }, guest] = [site, customer()];
    const other = await openSite();
    await teams.doc(other.siteId).set(teamFields({ [owner.uid]: "owner" }));
    const [, token] = (await invited(owner, siteId, guest)).split(".");
    await invited(owner, other.siteId, guest);
    await refused(accept(guest, `${other.siteId}.${token}`), ...none);
    await accept(guest, `${siteId}.${token}`);
  });

  it("has seven days for it, and not a millisecond more", async () => {
    const [{ siteId, owner }, late, timely] = [site, customer(), customer()];
    const codes = [await invited(owner, siteId, late), await invited(owner, siteId, timely)];
    pass(7 * DAY - 1);
    await accept(timely, codes[1] ?? "");
    pass(1);
    await refused(accept(late, codes[0] ?? ""), ...expired);
    await accept(late, await invited(owner, siteId, late));
  });

  it("can't come once the owner has taken the invitation back, nor once the site is taken down", async () => {
    const [{ siteId, owner }, guest] = [site, customer()];
    const code = await invited(owner, siteId, guest);
    await inviteOf(siteId, guest.token.email).delete();
    await refused(accept(guest, code), ...none);
    const again = await invited(owner, siteId, guest);
    await call(deleteSite, owner, { siteId });
    await refused(accept(guest, again), ...none);
  });

  it("can't come by who is no owner any more, in the words for a wrong code, until an owner asks them anew", async () => {
    const [{ siteId, owner, editor }, guest] = [site, customer()];
    const code = await invited(owner, siteId, guest, "owner");
    const wordsFor = async (code: string) => {
      const { details, message } = await accept(guest, code).then(
        () => assert.fail("let in"),
        (error) => error,
      );
      return { details, message };
    };
    const wrong = await wordsFor(`${siteId}.${randomBytes(32).toString("base64url")}`);
    assert.equal(wrong.details.reason, "no-such-invite");
    for (const roles of [
      { [editor.uid]: "owner", [owner.uid]: "editor" },
      { [editor.uid]: "owner" },
    ] as const) {
      await teams.doc(siteId).set(teamFields(roles));
      assert.deepEqual(await wordsFor(code), wrong);
      assert.deepEqual((await teamNow(siteId)).roles, roles);
    }
    assert.equal((await inviteNow(siteId, guest.token.email)).accepted, false);
    const again = await invited(editor, siteId, guest, "reader");
    assert.deepEqual(await accept(guest, again), { siteId, role: "reader" });
  });

  it("is answered the same whatever has become of who invited them since they came", async () => {
    const [{ siteId, owner, editor }, guest] = [site, customer()];
    const code = await invited(owner, siteId, guest);
    const first = await accept(guest, code);
    const { roles } = await teamNow(siteId);
    const since = { ...roles, [owner.uid]: "reader", [editor.uid]: "owner" } as const;
    await teams.doc(siteId).set(teamFields(since));
    assert.deepEqual(await accept(guest, code), first);
  });

  it("is answered the same however often they come, and after it has run out", async () => {
    const [{ siteId, owner }, guest] = [site, customer()];
    const code = await invited(owner, siteId, guest, "reader");
    const first = await accept(guest, code);
    const before = await teams.doc(siteId).get();
    pass(8 * DAY);
    const bill = await firestore.costOf(async () => {
      assert.deepEqual(await accept(guest, code), first);
    });
    // The count of calls alone.
    assert.equal(bill.writes, 1);
    assert.ok((await teams.doc(siteId).get()).isEqual(before));
  });

  it("does not come back by it once they were removed, or have left", async () => {
    const [{ siteId, owner }, guest] = [site, customer()];
    const before = await teamNow(siteId);
    const code = await invited(owner, siteId, guest);
    await accept(guest, code);
    await teams.doc(siteId).set(before);
    await refused(accept(guest, code), ...used);
    assert.deepEqual(await teamNow(siteId), before);
    await accept(guest, await invited(owner, siteId, guest));
  });

  it("may do more by it than before, never less: an owner stays one", async () => {
    const [{ siteId, owner }, member] = [site, customer()];
    const steps: [invited: SiteRole, then: SiteRole][] = [
      ["reader", "reader"],
      ["author", "author"],
      ["contributor", "author"],
      ["editor", "editor"],
      ["owner", "owner"],
      ["reader", "owner"],
    ];
    for (const [role, then] of steps) {
      // No more than five a day to one address.
      pass(DAY);
      const code = await invited(owner, siteId, member, role);
      assert.deepEqual(await accept(member, code), { siteId, role: then });
      assert.equal((await teamNow(siteId)).roles[member.uid], then);
    }
    assert.equal((await teamNow(siteId)).memberIds.length, 6);
  });

  it("is refused where there are 50 in the team by then, and its members are not", async () => {
    const [{ siteId, owner }, guest, member] = [site, customer(), customer()];
    const codes = [await invited(owner, siteId, guest), await invited(owner, siteId, member)];
    const others = Array.from({ length: MAX_MEMBERS - 2 }, (_, n) => [`m-${n}`, "reader"] as const);
    const roles = { [owner.uid]: "owner", [member.uid]: "reader" } as const;
    await teams.doc(siteId).set(teamFields({ ...roles, ...Object.fromEntries(others) }));
    const full = ["failed-precondition", "too-many-members"] as const;
    await refused(accept(guest, codes[0] ?? ""), ...full);
    assert.equal((await accept(member, codes[1] ?? "")).role, "author");
    const [, ...rest] = others;
    await teams.doc(siteId).set(teamFields({ ...roles, ...Object.fromEntries(rest) }));
    await accept(guest, codes[0] ?? "");
    assert.equal((await teamNow(siteId)).memberIds.length, MAX_MEMBERS);
  });
});
