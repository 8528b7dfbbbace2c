import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { root } from "../../paths.ts";
import type { Trial, Verdict } from "./trial.ts";

/** A process keeps all that it has loaded: it is replaced after so many mutants. */
const MUTANTS = 100;

type Tested = Omit<Trial, "patience">;

/** Has the tests of one source file look at other texts of it, one after another. */
export class Tester {
  readonly #trial: Tested;
  #process: ChildProcess;
  #asked = 0;
  #patience = 60_000;

  private constructor(trial: Tested, process: ChildProcess) {
    this.#trial = trial;
    this.#process = process;
  }

  /** Throws where the tests fail on the file as it is. */
  static async start(trial: Tested): Promise<Tester> {
    const tester = new Tester(trial, await started());
    // The first time, most of it is loading.
    await tester.#check();
    tester.#patience = 2_000 + 4 * (await tester.#check());
    return tester;
  }

  /** Whether a test fails, or does not come to an end. */
  async notices(source: string): Promise<boolean> {
    return (await this.#ask(source)).failed !== undefined;
  }

  /** Throws where the tests fail by now on the file as it is: then it was not mutants that they noticed. */
  async end(): Promise<void> {
    try {
      await this.#check();
    } finally {
      this.#process.kill("SIGKILL");
    }
  }

  /** Answers how long it took. */
  async #check(): Promise<number> {
    const { passed, failed, took } = await this.#ask(this.#trial.source);
    if (failed === undefined && passed > 0) return took;
    this.#process.kill("SIGKILL");
    const why = failed ?? "there are none";
    throw new Error(`The tests of ${this.#trial.file} don't pass as it is: ${why}`);
  }

  async #ask(source: string): Promise<Verdict> {
    if (this.#asked === MUTANTS) await this.#replace();
    this.#asked++;
    const process = this.#process;
    process.send({ ...this.#trial, source, patience: this.#patience } satisfies Trial);
    const verdict = await answerOf(process);
    if (!verdict) await this.#replace();
    return verdict ?? { passed: 0, failed: "did not come to an end", took: this.#patience };
  }

  async #replace(): Promise<void> {
    this.#process.kill("SIGKILL");
    this.#process = await started();
    this.#asked = 0;
  }
}

async function started(): Promise<ChildProcess> {
  const child = fork(join(root, "dev/prove/decisions/trial.ts"), {
    cwd: root,
    // A mutant may want more and more.
    execArgv: ["--max-old-space-size=1024"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // No database is asked: there is none. Its SDK wants to know which it would be.
    env: {
      ...process.env,
      GCLOUD_PROJECT: "demo-decisions",
      FIRESTORE_EMULATOR_HOST: "127.0.0.1:1",
      FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:1",
      METADATA_SERVER_DETECTION: "none",
    },
  });
  // One that runs for ever hears nothing.
  const end = () => child.kill("SIGKILL");
  process.on("exit", end);
  child.once("exit", () => process.off("exit", end));
  if (!(await answerOf(child))) throw new Error("The process that tests mutants does not start.");
  return child;
}

/** The next message of a process; nothing if it ends without one. */
const answerOf = (child: ChildProcess): Promise<Verdict | undefined> =>
  new Promise((resolve) => {
    const end = () => settle(undefined);
    const settle = (verdict: Verdict | undefined) => {
      child.off("message", settle as never).off("exit", end);
      resolve(verdict);
    };
    child.once("message", settle as never).once("exit", end);
  });
