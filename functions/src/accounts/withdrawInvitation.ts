import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { decide, remove } from "../core/decide.ts";
import { Address } from "./inputs.ts";
import { invitationOf } from "./schema.ts";

/**
 * Takes an invitation back; an account that was made with it stays. Answers `{ withdrawn }`: false
 * where there is none (any more), so it may be called again at any time. For admins.
 */
export const withdrawInvitation = callable(
  { access: ["admin"], input: Address },
  ({ email }, caller) =>
    decide(async (read) => {
      const [invitation] = await read(invitationOf(email));
      if (!invitation.exists) return { answer: { withdrawn: false } };
      const entry = {
        action: "invitation-withdrawn",
        actor: caller.uid,
        subject: invitation.ref.path,
      };
      const occasion = invitation.updateTime?.toDate().toISOString() ?? "";
      return {
        answer: { withdrawn: true },
        writes: [remove(invitation), record(entry, occasion)],
      };
    }),
);
