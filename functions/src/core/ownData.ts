import { audit } from "./audit.ts";
import { remove, update } from "./decide.ts";
import { entriesOf, forgetSubject } from "./forgetEntries.ts";
import { inPages } from "./inPages.ts";
import { limitsOf } from "./limits.ts";
import { forgetMails } from "./mail/forgetMails.ts";
import { forgetPayments } from "./payments/forgetPayments.ts";
import { payments, refunds } from "./payments/schema.ts";
import type { Person, PersonalData } from "./personalData.ts";

/**
 * What core keeps about people, but for what says who gets in: that is for the accounts module.
 * Payments, refunds and the audit trail are kept under the alias. Mails to the person are deleted;
 * those under way are left until they have been sent or given up.
 */
export const personalData: PersonalData = {
  held: ({ uid }) => ({
    payments: payments.where("uid", "==", uid),
    refunds: refunds.where("uid", "==", uid),
    actions: audit.where("actor", "==", uid),
  }),

  async erase(person) {
    await forgetPayments(person);
    await forgetActions(person);
    await inPages(limitsOf(person.uid), (counter) => [remove(counter)]);
    return (await forgetMailsTo(person)) ? "later" : "erased";
  },
};

/** What they did, and what was done to them. Other modules know their own subjects. */
async function forgetActions(person: Person): Promise<void> {
  const { uid, alias } = person;
  await inPages(audit.where("actor", "==", uid), (entry) => [update(entry, { actor: alias })]);
  for (const collection of ["accounts", "staff", "users"]) {
    await inPages(entriesOf(`${collection}/${uid}`), (entry) => [forgetSubject(entry, person)]);
  }
}

/** Whichever way they were written. Answers whether any had to be left. */
async function forgetMailsTo({ emails }: Person): Promise<boolean> {
  let left = false;
  for (const address of new Set(emails.flatMap((email) => [email, email.toLowerCase()]))) {
    if (await forgetMails(address)) left = true;
  }
  return left;
}
