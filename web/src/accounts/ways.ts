import { EmailAuthProvider, GoogleAuthProvider, type User } from "firebase/auth";

/** How somebody can log in to their account. */
export function waysOf(user: User | undefined): { hasPassword: boolean; hasGoogle: boolean } {
  const ways = user?.providerData.map(({ providerId }) => providerId) ?? [];
  return {
    hasPassword: ways.includes(EmailAuthProvider.PROVIDER_ID),
    hasGoogle: ways.includes(GoogleAuthProvider.PROVIDER_ID),
  };
}
