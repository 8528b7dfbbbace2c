import { type Emulators, startEmulators } from "../emulators.ts";
import { requireMachine } from "../preflight/index.ts";
import type { Running } from "../running.ts";
import { RulesEmulator } from "./emulator.ts";

/** The emulators that tests of rules need, and nothing else of the platform. */
export class Stage {
  #emulators: Emulators;
  /** As `running`, another one after `renew`. */
  emulator: RulesEmulator;

  private constructor(emulators: Emulators) {
    this.#emulators = emulators;
    this.emulator = new RulesEmulator(emulators.hosts.firestore);
  }

  get running(): Running {
    return runningOf(this.#emulators);
  }

  static async open(): Promise<Stage> {
    console.log("  … starting the emulators");
    return new Stage(await start());
  }

  /**
   * Ends the emulators and starts others. The Firestore emulator keeps each version of each document that
   * any of its projects ever had: where nothing is left of its memory, it hangs.
   */
  async renew(): Promise<void> {
    await this.close();
    this.#emulators = await start();
    this.emulator = new RulesEmulator(this.#emulators.hosts.firestore);
  }

  async close(): Promise<void> {
    this.emulator.close();
    await this.#emulators.stop();
  }
}

const PROJECT = "demo-kindling-proof";

const start = async (): Promise<Emulators> =>
  startEmulators({
    name: "proof",
    project: PROJECT,
    machine: await requireMachine(),
    services: ["auth", "firestore"],
  });

const runningOf = ({ processes, hosts }: Emulators): Running => ({
  project: PROJECT,
  pid: process.pid,
  processes,
  hosts,
  inboxUrl: "",
  smtpPort: 0,
  paymentsUrl: undefined,
  uiUrl: undefined,
});
