import type { Running } from "../../dev/running.ts";
import "./protocol.ts";
import { FirestoreProxy } from "./proxy.ts";

/** The platform that the tests run on (dev/test.ts hands it over). */
export const running = JSON.parse(process.env.KINDLING_RUNNING ?? "null") as Running;
if (!running) throw new Error("Start the tests with npm test: they need the emulators.");

/** The project of the tests that run in process. */
export const project = process.env.GCLOUD_PROJECT ?? "";

/** All whose queries must have their indexes: that one, and those that suites make for themselves. */
export const projects = new Set([project]);

/** Between this process and the emulator: counts, and breaks things. */
export const firestore = new FirestoreProxy();
process.env.FIRESTORE_EMULATOR_HOST = await firestore.start(running.hosts.firestore);

/** Empties the database of the tests in process. */
export async function clearFirestore(id = project): Promise<void> {
  const path = `emulator/v1/projects/${id}/databases/(default)/documents`;
  const answer = await fetch(`http://${running.hosts.firestore}/${path}`, { method: "DELETE" });
  if (!answer.ok) throw new Error(`The emulator answered ${answer.status}.`);
}
