import { onIdTokenChanged, type ParsedToken, type User } from "firebase/auth";
import type { Staff } from "kindling-client";
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { auth } from "./backend.ts";

/** Who uses the app. */
export interface Session {
  /** Until then nobody knows whether somebody is logged in. */
  isReady: boolean;
  user: User | undefined;
  /** They look around without an account. */
  isGuest: boolean;
  isVerified: boolean;
  /** What to show; what may be done the server decides by its own document. */
  role: Staff["role"] | undefined;
}

const NOBODY = { user: undefined, isGuest: false, isVerified: false, role: undefined };

const Context = createContext<Session>({ ...NOBODY, isReady: false });

/** Who uses the app now. A component that asks is drawn anew when that changes. */
export const useSession = (): Session => useContext(Context);

/** Follows who is logged in, and what their token says of them. */
export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [session, setSession] = useState<Session>({ ...NOBODY, isReady: false });
  useEffect(
    () =>
      onIdTokenChanged(auth, async (user) => {
        const next = user ? await sessionOf(user) : { ...NOBODY, isReady: true };
        if (auth.currentUser === user) setSession(next);
      }),
    [],
  );
  useConfirmation(session);
  return <Context.Provider value={session}>{children}</Context.Provider>;
}

/** Who comes back to the app from the mail with the link has confirmed their address meanwhile. */
function useConfirmation({ user, isGuest, isVerified }: Session): void {
  const isAwaited = user !== undefined && !isGuest && !isVerified;
  useEffect(() => {
    if (!isAwaited) return undefined;
    const look = () => auth.currentUser?.reload().catch(() => undefined);
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [isAwaited]);
}

async function sessionOf(user: User): Promise<Session> {
  const claims = await claimsOf(user);
  return {
    isReady: true,
    user,
    isGuest: user.isAnonymous,
    isVerified: claims?.email_verified === true,
    role: claims?.role as Staff["role"] | undefined,
  };
}

/** What their token says; a new one, where theirs is older than the confirmation of their address. */
async function claimsOf(user: User): Promise<ParsedToken | undefined> {
  // Offline, a token that has run out can't be renewed; who it is of is known all the same.
  const token = await user.getIdTokenResult().catch(() => undefined);
  if (!token || !user.emailVerified || token.claims.email_verified === true) return token?.claims;
  return (await user.getIdTokenResult(true).catch(() => token)).claims;
}

/** Asks what has changed: after a link of a mail was followed, or a role was given. */
export async function refreshSession(): Promise<void> {
  await auth.currentUser?.reload();
  await auth.currentUser?.getIdToken(true);
}
