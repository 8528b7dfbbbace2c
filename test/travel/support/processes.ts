import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Stay } from "../../../functions/src/travel/calendar/dates.ts";
import type { Room } from "../../../functions/src/travel/calendar/schema.ts";
import { project } from "../../support/firestore.ts";

/** What became of one attempt: `held`, or the reason of the refusal. */
export type Found = Stay & { outcome: string };

/** A process of its own in which somebody wants each of these stays, all at once. */
export function startSeekers(
  firestoreHost: string,
  { propertyId, roomTypeId }: Room,
  stays: readonly Stay[],
): ChildProcess {
  const words = [propertyId, roomTypeId, JSON.stringify(stays)];
  return fork(join(import.meta.dirname, "seekers.ts"), words, {
    env: { ...process.env, FIRESTORE_EMULATOR_HOST: firestoreHost, GCLOUD_PROJECT: project },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** Waits for a process's next word. */
export const wordOf = <Word>(worker: ChildProcess): Promise<Word> =>
  new Promise((resolve, reject) => {
    worker.once("message", (word) => resolve(word as Word));
    worker.once("exit", (code) => reject(new Error(`the process ended with ${code}`)));
  });
