import { type Emulators, startEmulators } from "../emulators.ts";
import { requireMachine } from "../preflight/index.ts";
import type { Running } from "../running.ts";

/** The emulators that tests of rules need, and nothing else of the platform. */
export async function bringUp(): Promise<{ running: Running; stop: Emulators["stop"] }> {
  const machine = await requireMachine();
  console.log("  … starting the emulators");
  const project = "demo-kindling-proof";
  const { hosts, processes, stop } = await startEmulators({
    name: "proof",
    project,
    machine,
    services: ["auth", "firestore"],
  });
  const running: Running = {
    project,
    pid: process.pid,
    processes,
    hosts,
    inboxUrl: "",
    smtpPort: 0,
    paymentsUrl: undefined,
    uiUrl: undefined,
  };
  return { running, stop };
}
