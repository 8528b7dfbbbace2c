import { setTimeout as pause } from "node:timers/promises";

/** Waits until something is so. Gives up after `patience` milliseconds. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  patience = 20_000,
): Promise<void> {
  for (const deadline = Date.now() + patience; !(await isSo()); await pause(20)) {
    if (Date.now() > deadline) throw new Error(`not so within ${patience} ms: ${isSo}`);
  }
}
