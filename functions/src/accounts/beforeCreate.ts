import { beforeUserCreated } from "firebase-functions/identity";
import { inTime } from "../core/inTime.ts";
import { refuse } from "../core/refuse.ts";
import { invitationOf } from "./schema.ts";
import { isLive, mayJoin, PATIENCE, policyNow, turnAway } from "./signIn/policy.ts";

/**
 * Asked by Firebase Authentication before it makes an account. Refuses `permission-denied` with
 * `domain-blocked` or, while it takes one, `invitation-needed`; and `unavailable`/`not-confirmed`
 * where nobody can say whether there is an invitation. Billed one read while it takes one.
 */
export const beforeCreate = beforeUserCreated(async ({ data }) => {
  const email = data?.email || null;
  const policy = policyNow();
  const refusal = mayJoin(email, { ...policy, invited: false });
  if (refusal === "invitation-needed" && (await isInvited(email))) return;
  if (refusal) turnAway(refusal);
});

async function isInvited(email: string | null): Promise<boolean> {
  if (email === null) return false;
  const invitation = await inTime(invitationOf(email).get(), PATIENCE).catch(() =>
    refuse("unavailable", "not-confirmed", "No answer from the database. [not-confirmed]"),
  );
  return isLive(invitation.data());
}
