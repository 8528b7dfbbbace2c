import assert from "node:assert/strict";
import fc from "fast-check";
import { MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import { deliver, LEASE } from "../../../functions/src/core/mail/deliver.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { sweepMail } from "../../../functions/src/core/mail/sweep.ts";
import { queued, type StoredMail, stored, useOutbox } from "../../support/mail.ts";
import type { Trouble } from "../../support/smtp.ts";

const SEED = 20261122;
const MAILS = 60;

const PASSING = ["451 at RCPT", "452 after DATA", "cut in DATA", "answer lost"] as const;
const DEATHS = ["death before the mail is taken", "death after the mail is taken"] as const;

/** What happens to one mail: to its event, then at each attempt, and at last. */
const fate = fc.record({
  event: fc.constantFrom("comes", "comes twice", "is lost", "kills its worker"),
  troubles: fc.array(fc.constantFrom(...PASSING, ...DEATHS), { maxLength: 4 }),
  end: fc.constantFrom("accepted", "accepted", "accepted", "550 at RCPT", "554 after DATA"),
});

/** After these the server has the mail and the outbox does not know. */
const UNNOTICED: readonly string[] = ["answer lost", "death after the mail is taken"];

function troubleOf(
  trouble: (typeof PASSING)[number] | (typeof DEATHS)[number],
  mail: StoredMail,
): Trouble {
  if (trouble === "death before the mail is taken") return dies(mail, "452 after DATA");
  if (trouble === "death after the mail is taken") return dies(mail);
  return trouble;
}

let deaths = 0;

/** A dead worker writes nothing any more: for the document, the same as if somebody took over. */
const dies =
  ({ ref }: StoredMail, then?: Trouble): Trouble =>
  async () => {
    await ref.update({ "delivery.error": `death ${deaths++}` });
    return then;
  };

/** What a worker leaves behind that dies right after its claim. */
async function claim(mail: StoredMail): Promise<void> {
  const lease = stamp(LEASE);
  await mail.ref.update({
    "delivery.state": "PROCESSING",
    "delivery.attempts": 1,
    "delivery.leaseExpireTime": lease,
    nextAt: lease,
  });
}

describe("core: the outbox: through everything at once", () => {
  const { smtp, pass } = useOutbox();
  const unsettled = async () => (await mails.orderBy("nextAt").count().get()).data().count;

  it(`loses none of ${MAILS} mails, and sends none twice but where an answer was lost or a worker died`, async function () {
    this.timeout(60_000);
    const fates = fc.sample(fate, { seed: SEED, numRuns: MAILS });
    const cases = await Promise.all(fates.map(async (fate) => ({ ...fate, mail: await queued() })));
    for (const { mail, troubles, end } of cases) {
      smtp.plan(mail.data().to, ...troubles.map((trouble) => troubleOf(trouble, mail)));
      if (end !== "accepted") smtp.plan(mail.data().to, end);
    }

    const workers = {
      comes: [deliver],
      "comes twice": [deliver, deliver],
      "is lost": [],
      "kills its worker": [claim],
    };
    await Promise.all(cases.flatMap(({ event, mail }) => workers[event].map((work) => work(mail))));
    for (let round = 0; round < 100 && (await unsettled()) > 0; round++) {
      pass(10 * MINUTE);
      if (round === 1) await smtp.down();
      await Promise.all([1, 2, 3].map(() => sweepMail(now(), 25)));
      if (round === 1) await smtp.up();
    }

    assert.equal(await unsettled(), 0);
    for (const { mail, troubles, end, event } of cases) {
      const what = `${mail.id} (${event}: ${[...troubles, end].join(", ")})`;
      const { state, info } = (await stored(mail.id)).data().delivery ?? {};
      assert.equal(state, end === "accepted" ? "SUCCESS" : "ERROR", what);

      const accepted = smtp.acceptedFor(mail.data().to);
      const unnoticed = troubles.filter((trouble) => UNNOTICED.includes(trouble)).length;
      assert.equal(accepted.length, unnoticed + (end === "accepted" ? 1 : 0), what);
      for (const { messageId } of accepted) {
        assert.equal(messageId, `<${mail.id}@kindling.example>`, what);
      }
      if (end === "accepted") assert.equal(info?.response, `250 ${accepted.at(-1)?.answer}`, what);
      const met = smtp.asked.filter((to) => to === mail.data().to).length;
      assert.equal(met, troubles.length + 1, `${what} met all of it`);
    }
  });
});
