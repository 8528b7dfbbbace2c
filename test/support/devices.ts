import { doc, type Firestore, updateDoc } from "firebase/firestore";
import { type App, openApp, signUp, verify } from "../../dev/app.ts";
import { openFirestore } from "./databases.ts";
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

let server: Firestore | undefined;

/** Changes a document of the platform's database as the server does: past the rules. */
export function changeAsServer(path: string, fields: Record<string, unknown>): Promise<void> {
  server ??= openFirestore(running.project, "owner");
  return updateDoc(doc(server, path), fields);
}
