import { onIdTokenChanged, type User } from "firebase/auth";
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
        setSession(user ? await sessionOf(user) : { ...NOBODY, isReady: true });
      }),
    [],
  );
  return <Context.Provider value={session}>{children}</Context.Provider>;
}

async function sessionOf(user: User): Promise<Session> {
  // Offline, a token that has run out can't be renewed; who it is of is known all the same.
  const claims = (await user.getIdTokenResult().catch(() => undefined))?.claims;
  return {
    isReady: true,
    user,
    isGuest: user.isAnonymous,
    isVerified: claims?.email_verified === true,
    role: claims?.role as Staff["role"] | undefined,
  };
}

/** Asks what has changed: after a link of a mail was followed, or a role was given. */
export async function refreshSession(): Promise<void> {
  await auth.currentUser?.reload();
  await auth.currentUser?.getIdToken(true);
}
