import { endWithMessage } from "./ending.ts";
import { buildFunctions, seed } from "./functions.ts";
import { startPlatform } from "./platform.ts";
import { requireMachine } from "./preflight/index.ts";
import { findRunning, type Running } from "./running.ts";

/**
 * Does something with what `npm start` has up, or with a platform that is started for it and keeps its
 * data for `npm start`. Answers what that answers; nothing where the back end can't be built.
 */
export async function onPlatform<Answer>(
  act: (running: Running) => Promise<Answer>,
): Promise<Answer | undefined> {
  const running = await findRunning("dev");
  if (running) return act(running);
  const machine = await requireMachine();
  if (!buildFunctions()) return undefined;
  console.log("Nothing is running: starting the emulators for this …");
  const platform = await startPlatform({ name: "dev", machine }).catch(endWithMessage);
  try {
    await seed(platform, "--if-empty");
    return await act(platform);
  } finally {
    await platform.stop(true);
  }
}
