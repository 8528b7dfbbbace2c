import assert from "node:assert/strict";
import { AuditEntry, audit } from "../../../functions/src/core/audit.ts";
import { DAY, HOUR, now, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { deliver, LEASE } from "../../../functions/src/core/mail/deliver.ts";
import { Mail, mails } from "../../../functions/src/core/mail/schema.ts";
import { sendAgain } from "../../../functions/src/core/mail/sendAgain.ts";
import { sweepMail } from "../../../functions/src/core/mail/sweep.ts";
import { link } from "../../../functions/src/core/mail/template.ts";
import { type Role, staff } from "../../../functions/src/core/roles.ts";
import { call, callWith, customer, type Person, refused } from "../../support/call.ts";
import { documentsHolding } from "../../support/everything.ts";
import { firestore } from "../../support/firestore.ts";
import {
  queued,
  type StoredMail,
  someone,
  standing,
  stored,
  useOutbox,
} from "../../support/mail.ts";

const DEADLINE_EXCEEDED = 4;

async function member(role: Role): Promise<Person> {
  const person = customer();
  await staff.doc(person.uid).set({ role, disabled: false });
  return person;
}

describe("core: the outbox: sending again", () => {
  const { smtp, pass } = useOutbox();
  let admin: Person;
  beforeEach(async () => {
    admin = await member("admin");
  });

  /** A mail that the server has refused for good, some time ago. */
  async function givenUp(to = someone()): Promise<StoredMail> {
    smtp.next("550 at RCPT");
    const mail = await queued(to);
    assert.equal(await deliver(mail), "dead");
    pass(HOUR);
    return mail;
  }

  const again = ({ id }: StoredMail, person = admin) => call(sendAgain, person, { mailId: id });
  const trail = async () => (await audit.get()).docs.map((entry) => AuditEntry.parse(entry.data()));

  it("sends at once what was given up, as if it had never been tried", async () => {
    const mail = await givenUp();
    assert.deepEqual(await again(mail), { mailId: mail.id });
    assert.equal(smtp.acceptedFor(mail.data().to).length, 1);
    const settled = Mail.parse((await stored(mail.id)).data());
    assert.equal(settled.delivery?.state, "SUCCESS");
    assert.equal(settled.delivery?.attempts, 1);
    assert.equal(settled.delivery?.error, null);
    assert.deepEqual(settled.delivery?.startTime, stamp());
    assert.deepEqual(settled.expiresAt, stamp(30 * DAY));
    assert.equal(settled.nextAt, undefined);
  });

  it("begins the attempts anew: what is refused for now waits a minute, not for good", async () => {
    const mail = await givenUp();
    smtp.next("451 at RCPT");
    await again(mail);
    const { state, attempts, error } = await standing(mail);
    assert.deepEqual([state, attempts], ["RETRY", 1]);
    assert.match(error ?? "", /451/);
    pass(60 * SECOND);
    assert.deepEqual(await sweepMail(now(), 100), ["sent"]);
  });

  it("may be done once more where it was given up once more", async () => {
    const mail = await givenUp();
    smtp.next("550 at RCPT");
    await again(mail);
    assert.equal((await standing(mail)).state, "ERROR");
    pass(SECOND);
    await again(mail);
    assert.equal((await standing(mail)).state, "SUCCESS");
    assert.equal((await trail()).length, 2);
  });

  it("records who did it, without the mail's address or id", async () => {
    const mail = await givenUp();
    await again(mail);
    const [entry, ...others] = await trail();
    assert.deepEqual(others, []);
    assert.equal(entry?.action, "mail-sent-again");
    assert.equal(entry?.actor, admin.uid);
    assert.match(entry?.subject ?? "", /^mail\/order-confirmed_[0-9a-f]{12}$/);
    await mail.ref.delete();
    assert.deepEqual(await documentsHolding(mail.data().to, mail.id), []);
  });

  it("done twice, or by five admins at once, sends one mail and is recorded once", async () => {
    const mail = await givenUp();
    const admins = [admin, ...(await Promise.all([1, 2, 3, 4].map(() => member("admin"))))];
    await Promise.all(admins.map((person) => again(mail, person)));
    await again(mail);
    assert.equal(smtp.acceptedFor(mail.data().to).length, 1);
    assert.equal((await trail()).length, 1);
  });

  it("answers when the answer to its commit was lost, and has sent one mail", async () => {
    const mail = await givenUp();
    firestore.inject({ method: "Commit", kind: "lost-answer", code: DEADLINE_EXCEEDED });
    await again(mail);
    assert.equal(smtp.acceptedFor(mail.data().to).length, 1);
    assert.equal((await trail()).length, 1);
  });

  it("leaves the rest to the sweep where the database fails on the sending", async () => {
    const mail = await givenUp();
    smtp.next(async () => {
      firestore.inject({ method: "Commit", kind: "refused", code: DEADLINE_EXCEEDED });
      return "451 at RCPT";
    });
    assert.deepEqual(await again(mail), { mailId: mail.id });
    assert.equal((await standing(mail)).state, "PROCESSING");
    pass(LEASE);
    assert.deepEqual(await sweepMail(now(), 100), ["sent"]);
  });

  it("is refused of what was sent, what waits and what is being sent", async () => {
    const [sent, waiting, trying] = [await queued(), await queued(), await queued()];
    await deliver(sent);
    smtp.next("451 at RCPT");
    await deliver(trying);
    for (const mail of [sent, waiting, trying]) {
      await refused(again(mail), "failed-precondition", "wrong-state");
    }
    const held = smtp.hold();
    const sending = deliver(waiting);
    await held.reached;
    await refused(again(waiting), "failed-precondition", "wrong-state");
    held.answer();
    await sending;
    assert.equal(smtp.accepted.length, 2);
    assert.deepEqual(await trail(), []);
  });

  it("is refused of a confidential mail as of one that is not there", async () => {
    smtp.next("550 at RCPT");
    const blocks = [link("Confirm", "https://app.example/?oobCode=secret")];
    const mail = await queued(someone(), { subject: "Confirm", blocks, confidential: true });
    await deliver(mail);
    await refused(again(mail), "not-found", "no-such-mail");
    await refused(call(sendAgain, admin, { mailId: "no-such" }), "not-found", "no-such-mail");
    assert.equal((await standing(mail)).state, "ERROR");
  });

  it("is for admins alone", async () => {
    const mail = await givenUp();
    const others: [Person | undefined, string, string][] = [
      [undefined, "unauthenticated", "signed-out"],
      [customer(), "permission-denied", "not-staff"],
      [await member("order_manager"), "permission-denied", "wrong-role"],
      [await member("inventory_manager"), "permission-denied", "wrong-role"],
    ];
    for (const [person, code, reason] of others) {
      await refused(call(sendAgain, person, { mailId: mail.id }), code, reason);
    }
    assert.equal((await standing(mail)).state, "ERROR");
  });

  for (const mailId of ["", "a/b", ".", "..", "__x__", "x".repeat(501), "\ud800", 7, null]) {
    it(`takes no ${JSON.stringify(mailId)?.slice(0, 20)} for a mail`, async () => {
      await refused(callWith(sendAgain, admin, { mailId }), "invalid-argument", "invalid-input");
    });
  }

  it("costs four reads and four writes", async () => {
    const mail = await givenUp();
    const cost = await firestore.costOf(() => again(mail));
    assert.deepEqual(cost, { reads: 4, writes: 4, deletes: 0 });
    assert.ok((await mails.doc(mail.id).get()).exists);
  });
});
