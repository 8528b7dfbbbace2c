import type { Account, Deletion, Profile, Staff } from "kindling-client";
import { accounts } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import type { Problem } from "../../core/problem.ts";

/** What is known of somebody. */
export interface Somebody {
  isLoading: boolean;
  problem: Problem | undefined;
  isKnown: boolean;
  isDisabled: boolean;
  profile: Profile | undefined;
  account: Account | undefined;
  member: Staff | undefined;
  deletion: Deletion | undefined;
}

/** What is known of somebody, and what becomes of it, for admins. Nobody is asked for with null. */
export function usePerson(uid: string | null): Somebody {
  const { documents } = accounts;
  const profile = useDocument(uid === null ? null : documents.profile(uid));
  const account = useDocument(uid === null ? null : documents.account(uid));
  const member = useDocument(uid === null ? null : documents.staffMember(uid));
  const deletion = useDocument(uid === null ? null : documents.deletion(uid));
  const all = [profile, account, member, deletion];
  return {
    isLoading: all.some(({ isLoading }) => isLoading),
    problem: all.find(({ problem }) => problem)?.problem,
    isKnown: all.some(({ data }) => data),
    isDisabled: account.data?.disabled ?? member.data?.disabled ?? false,
    profile: profile.data,
    account: account.data,
    member: member.data,
    deletion: deletion.data,
  };
}
