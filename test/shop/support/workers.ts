import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { project } from "../../support/firestore.ts";

/** What became of one attempt: `ok`, or the reason of the refusal. */
export type Outcomes = Record<string, number>;

/** A process of its own in which `buyers` people order one piece of `sku`, all at once. */
export function startBuyers(firestoreHost: string, sku: string, buyers: number): ChildProcess {
  return fork(join(import.meta.dirname, "buyers.ts"), [sku, String(buyers)], {
    env: {
      ...process.env,
      FIRESTORE_EMULATOR_HOST: firestoreHost,
      GCLOUD_PROJECT: project,
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** Waits for a worker's next word. */
export const wordOf = <Word>(worker: ChildProcess): Promise<Word> =>
  new Promise((resolve, reject) => {
    worker.once("message", (word) => resolve(word as Word));
    worker.once("exit", (code) => reject(new Error(`the worker ended with ${code}`)));
  });
