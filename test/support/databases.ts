import { initializeApp } from "firebase/app";
import {
  connectFirestoreEmulator,
  type Firestore,
  getFirestore,
  setLogLevel,
} from "firebase/firestore";
import * as lite from "firebase/firestore/lite";
import { running } from "./firestore.ts";

// The SDKs log every refusal.
setLogLevel("silent");
lite.setLogLevel("silent");

export type Claims = Record<string, unknown>;

/** Of somebody, or "owner": the server, whom no rule stops. */
export type Token = string | undefined;

/**
 * A database of the emulator's as somebody, by the SDK of single requests: one is answered as soon as it is
 * asked, and what is asked can be read on the way (recording.ts).
 */
export function openLite(project: string, token?: Token): lite.Firestore {
  const db = lite.getFirestore(newApp(project));
  lite.connectFirestoreEmulator(db, ...address(), options(token));
  return db;
}

/** The same by the SDK that apps use. */
export function openFirestore(project: string, token?: Token): Firestore {
  const db = getFirestore(newApp(project));
  connectFirestoreEmulator(db, ...address(), options(token));
  return db;
}

let opened = 0;
const newApp = (projectId: string) => initializeApp({ projectId }, `database-${opened++}`);

function address(): [host: string, port: number] {
  const { hostname, port } = new URL(`http://${running.hosts.firestore}`);
  return [hostname, Number(port)];
}

const options = (token: Token) => (token === undefined ? {} : { mockUserToken: token });

/** An ID token as the emulator takes it: unsigned. */
export function idToken(project: string, uid: string, claimed: Claims): string {
  const claims = {
    sub: uid,
    user_id: uid,
    iss: `https://securetoken.google.com/${project}`,
    aud: project,
    iat: 0,
    exp: 9e9,
    auth_time: 0,
    firebase: { sign_in_provider: "password", identities: {} },
    ...claimed,
  };
  return `${[{ alg: "none" }, claims].map((part) => base64(part)).join(".")}.`;
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
