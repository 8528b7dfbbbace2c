import { KindlingError } from "kindling-client";

/** Why something did not work, for people. */
export interface Problem {
  /** A sentence, and what to do. */
  sentence: string;
  code: string;
  /** Machine-readable: "out-of-stock". */
  reason: string;
  details: Readonly<Record<string, unknown>>;
}

/** Of what the SDK says in words of its own. What the back end refuses, it says in a sentence. */
const SENTENCES: Record<string, string> = {
  "permission-denied": "You may not do this. If you think you may, log in again.",
  unauthenticated: "Log in first.",
  unavailable: "There is no connection to the server. It goes on by itself once there is one.",
  "deadline-exceeded": "The server does not answer. Nothing is lost: try again in a moment.",
  internal: "Something went wrong at our end. Try again in a moment.",
  cancelled: "That was broken off. Try again.",
  "not-found": "This is not there any more. Go back, and look again.",
  "resource-exhausted": "That was too much at once. Try again in a while.",
  "invalid-credential":
    "The e-mail address or the password is wrong. Try again, or reset the password.",
  "wrong-password": "The password is wrong. Try again, or reset it.",
  "user-not-found": "The e-mail address or the password is wrong. Try again, or sign up.",
  "invalid-email": "This is no e-mail address. It needs an @ and a domain: you@example.com.",
  "missing-password": "Give a password.",
  "weak-password": "This password is too easy. Take one of six characters or more.",
  "password-does-not-meet-requirements": "This password is too easy. Take a longer one.",
  "email-already-in-use": "There is an account with this address. Log in, or reset its password.",
  "user-disabled": "This account is disabled. Write to us if you think that is wrong.",
  "too-many-requests": "Too many attempts. Try again in a few minutes.",
  "network-request-failed": "There is no connection to the server. Try again once there is one.",
  "popup-closed-by-user": "The window was closed before you had logged in. Try again.",
  "popup-blocked": "Your browser has blocked the window. Allow it for this page, and try again.",
  "cancelled-popup-request": "Another window for this is open already.",
  "user-token-expired": "You have been logged out. Log in again.",
  "id-token-revoked": "You have been logged out. Log in again.",
  "requires-recent-login":
    "For this you must have logged in just now. Log in again, and repeat it.",
  "credential-already-in-use": "This belongs to another account. Log in with it instead.",
  "account-exists-with-different-credential":
    "There is an account with this address. Log in the way you did before.",
};

/** Of the reasons for which the back end's own sentence does not say what to do next. */
const REMEDIES: Record<string, string> = {
  "username-taken": "Somebody else has this username. Choose another.",
  unverified: "Confirm your address first: your account has a button that sends the link.",
  "recent-sign-in-required":
    "For this you must have logged in just now. Log in again, and repeat it.",
};

/** Any error as what can be shown: no code, no name of a function, always what to do. */
export function problemOf(error: unknown): Problem {
  const { code, reason, message, details } = KindlingError.from(error);
  const own = REMEDIES[reason];
  const sentence =
    own ??
    (reason === code || code === "internal" ? SENTENCES[code] : undefined) ??
    (isSentence(message) ? message : "That did not work. Try again in a moment.");
  return { sentence, code, reason, details };
}

/** The SDK's own messages are for developers: "Firebase: Error (auth/…).", "Missing or insufficient …". */
const isSentence = (message: string): boolean => !/^Firebase|^[A-Z]\w*Error|\bauth\//.test(message);
