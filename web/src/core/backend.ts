import { type FirebaseOptions, initializeApp } from "firebase/app";
import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from "firebase/auth";
import {
  connectFirestoreEmulator,
  initializeFirestore,
  persistentLocalCache,
  persistentMultipleTabManager,
} from "firebase/firestore";
import { connectFunctionsEmulator, getFunctions } from "firebase/functions";
import { connect } from "kindling-client";
import { local } from "./local.ts";

const REGION = "europe-west1";

// Hosting tells every app that it serves which project it is of.
const config: FirebaseOptions = await (await fetch("/__/firebase/init.json")).json();
const app = initializeApp(config);

// Public. With ENFORCE_APP_CHECK the back end answers only apps that have one (docs/operations.md).
const siteKey: string | undefined = import.meta.env.VITE_RECAPTCHA_KEY;
if (siteKey) {
  const { initializeAppCheck, ReCaptchaEnterpriseProvider } = await import("firebase/app-check");
  const provider = new ReCaptchaEnterpriseProvider(siteKey);
  initializeAppCheck(app, { provider, isTokenAutoRefreshEnabled: true });
}

// What opens windows for other providers is loaded where it is needed: accounts/providers.ts.
export const auth = initializeAuth(app, {
  persistence: [indexedDBLocalPersistence, browserLocalPersistence],
});

/** What was read is there offline too, and what is written then goes out later; in all tabs alike. */
export const db = initializeFirestore(app, {
  localCache: persistentLocalCache({ tabManager: persistentMultipleTabManager() }),
});

if (local) {
  const address = (host: string): [string, number] => {
    const [name = "", port = ""] = host.split(":");
    return [name, Number(port)];
  };
  connectAuthEmulator(auth, `http://${local.auth}`, { disableWarnings: true });
  connectFirestoreEmulator(db, ...address(local.firestore));
  connectFunctionsEmulator(getFunctions(app, REGION), ...address(local.functions));
}

/** The back end, module by module: `shop.call.placeOrder(…)`, `shop.documents.ordersOf(uid)`. */
export const { accounts, content, mail, shop, todos, travel } = connect(app, { region: REGION });
