import { accounts } from "../../core/accounts.ts";
import { record } from "../../core/audit.ts";
import type { Write } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { ownerOf, type UserRecord, userOf } from "../../core/users.ts";
import type { LinkKind, LinkRequest } from "../schema.ts";
import { changeLink, resetLink, verificationLink } from "./authLinks.ts";
import { changeRequested, choosePassword, confirmAddress, confirmNewAddress } from "./mails.ts";

/**
 * What a request comes to: the mails, with the links that Firebase Authentication makes, and of a
 * change the entry in the audit trail. Nothing where nobody has the address, or they are disabled,
 * or it is confirmed by now. `occasion` tells requests apart.
 */
export const mailsOf = (asked: LinkRequest, occasion: string): Promise<Write[]> =>
  makers[asked.kind](asked, occasion);

type Maker = (asked: LinkRequest, occasion: string) => Promise<Write[]>;

const makers: Record<LinkKind, Maker> = {
  async verify({ uid, email }, occasion) {
    const user = await active(uid);
    if (user?.email?.toLowerCase() !== email || user.emailVerified) return [];
    const url = await verificationLink(email);
    return url ? [queueMail("address-confirmation", occasion, email, confirmAddress(url))] : [];
  },

  /**
   * Whoever has the address may choose a password for it, also if they have signed in with Google
   * alone so far, as with Firebase's own mail. Who does so loses the other ways in, and links them
   * again: Firebase takes it for somebody who gets back an account that was taken over. It goes to
   * the address that they have, not to what was typed, which may only pass for it.
   */
  async reset({ email }, occasion) {
    const owner = await ownerOf(email);
    if (!owner?.email || owner.disabled) return [];
    const url = await resetLink(owner.email);
    return url ? [queueMail("password-reset", occasion, owner.email, choosePassword(url))] : [];
  },

  async change({ uid, email }, occasion) {
    const user = await active(uid);
    const old = user?.email;
    if (!user || !old || old.toLowerCase() === email) return [];
    const url = (await ownerOf(email)) ? undefined : await changeLink(old, email);
    const entry = { action: "address-change-requested", actor: user.uid };
    return [
      ...(url ? [queueMail("address-change", occasion, email, confirmNewAddress(url))] : []),
      // Also where the address is another's: without it, its absence would tell so.
      queueMail("address-change-requested", occasion, old, changeRequested(email)),
      record({ ...entry, subject: accounts.doc(user.uid).path }, occasion),
    ];
  },
};

async function active(uid: string | null): Promise<UserRecord | undefined> {
  const user = uid === null ? undefined : await userOf(uid);
  return user?.disabled ? undefined : user;
}
