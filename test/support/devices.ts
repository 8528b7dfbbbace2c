import { initializeTestEnvironment } from "@firebase/rules-unit-testing";
import { doc, type Firestore, updateDoc } from "firebase/firestore";
import { type App, openApp, signUp, verify } from "../../dev/app.ts";
import { running } from "./firestore.ts";

/** Somebody new with a confirmed address, signed in to an app on a device of theirs. */
export interface Device extends App {
  uid: string;
  email: string;
}

export async function newDevice(who: string): Promise<Device> {
  const [app, email] = [openApp(running), `${who}-${crypto.randomUUID()}@example.com`];
  const user = await signUp(app, email, "a long password");
  await verify(user, running.inboxUrl);
  return { ...app, uid: user.uid, email };
}

/** Changes a document of the platform's database as the server does: past the rules. */
export async function changeAsServer(path: string, fields: Record<string, unknown>): Promise<void> {
  const { hostname: host, port } = new URL(`http://${running.hosts.firestore}`);
  const environment = await initializeTestEnvironment({
    projectId: running.project,
    firestore: { host, port: Number(port) },
  });
  await environment.withSecurityRulesDisabled(async (context) => {
    await updateDoc(doc(context.firestore() as unknown as Firestore, path), fields);
  });
  await environment.cleanup();
}
