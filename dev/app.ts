import { deleteApp, type FirebaseApp, initializeApp } from "firebase/app";
import {
  type Auth,
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  initializeAuth,
  inMemoryPersistence,
  sendEmailVerification,
  signInWithEmailAndPassword,
  type User,
} from "firebase/auth";
import {
  connectFirestoreEmulator,
  type Firestore,
  getFirestore,
  setLogLevel,
} from "firebase/firestore";
import { connectFunctionsEmulator, getFunctions } from "firebase/functions";
import { connect, type Kindling } from "../client/src/index.ts";
import { region } from "../functions/src/core/settings.ts";
import { followLink, waitForMail } from "./mailbox.ts";
import type { Running } from "./running.ts";

/** An app on somebody's device: the Firebase SDK and Kindling's client, against the emulators. */
export interface App extends Kindling {
  auth: Auth;
  db: Firestore;
  close(): Promise<void>;
}

// Refusals are expected here, and reported by whoever expects them.
setLogLevel("silent");

export function openApp({ hosts, project }: Running): App {
  const app: FirebaseApp = initializeApp(
    { projectId: project, apiKey: "local" },
    `app-${crypto.randomUUID()}`,
  );
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(auth, `http://${hosts.auth}`, { disableWarnings: true });
  const db = getFirestore(app);
  connectFirestoreEmulator(db, ...address(hosts.firestore));
  connectFunctionsEmulator(getFunctions(app, region), ...address(hosts.functions));
  return { ...connect(app, { region, timeout: 60_000 }), auth, db, close: () => deleteApp(app) };
}

/** Signs a new person up; the address is not verified yet. */
export async function signUp({ auth }: App, email: string, password: string): Promise<User> {
  return (await createUserWithEmailAndPassword(auth, email, password)).user;
}

export async function signIn({ auth }: App, email: string, password: string): Promise<User> {
  return (await signInWithEmailAndPassword(auth, email, password)).user;
}

/** Has the verification mail sent, follows the link in it and takes the new token. */
export async function verify(user: User, inboxUrl: string): Promise<void> {
  await sendEmailVerification(user);
  await followLink(await waitForMail(inboxUrl, user.email ?? "", "Confirm"));
  await user.reload();
  await user.getIdToken(true);
}

function address(host: string): [string, number] {
  const [name = "", port = ""] = host.split(":");
  return [name, Number(port)];
}
