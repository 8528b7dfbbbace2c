import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { environmentOf } from "./functions.ts";
import { cacheFolder, root } from "./paths.ts";
import type { Running } from "./running.ts";
import { SHARED } from "./testFiles.ts";

/** What became of test files. */
export interface Outcome {
  passed: number;
  /** What failed: its title, and why. */
  failed: string[];
  /** What did not pass at once, likewise. */
  again: string[];
  /** The emulator's projects that they asked, beside the platform's. */
  projects: string[];
}

/** Runs test files together, in one process, and prints as they go. */
export async function runTogether(on: Running, files: readonly string[]): Promise<Outcome> {
  const process = startProcess(on, "inherit");
  try {
    return await process.run(files);
  } finally {
    process.end();
  }
}

/**
 * So long, in milliseconds, a process has the same database: the emulator keeps what was deleted, and
 * each query goes through all of it.
 */
const FRESH = 60_000;

/**
 * Runs test files one by one in three processes, and prints each when it is over. All that use what is
 * shared are in the same process, so none disturbs another; it mostly waits, so the two others have the
 * two cores that there are at least.
 */
export async function runInParallel(on: Running, files: readonly string[]): Promise<Outcome> {
  const sharing = files.filter((file) => SHARED.test(file));
  const others = files.filter((file) => !SHARED.test(file));
  const total: Outcome = { passed: 0, failed: [], again: [], projects: [] };
  const work = async (queues: string[][]) => {
    let process = startProcess(on, "pipe");
    let started = performance.now();
    for (;;) {
      const file = queues.find((queue) => queue.length > 0)?.shift();
      if (file === undefined) break;
      const { passed, failed, again, projects, isOver } = await process.run([file]);
      console.log(await process.printed());
      total.passed += passed;
      total.failed.push(...failed);
      total.again.push(...again);
      total.projects.push(...projects);
      if (!isOver && performance.now() - started < FRESH) continue;
      process.end();
      process = startProcess(on, "pipe");
      started = performance.now();
    }
    process.end();
  };
  await Promise.all([work([sharing, others]), work([others]), work([others])]);
  return total;
}

interface TestProcess {
  /** `isOver`: it has died of them. */
  run(files: readonly string[]): Promise<Outcome & { isOver: boolean }>;
  /** What it has printed since this was last asked. */
  printed(): Promise<string>;
  end(): void;
}

let started = 0;

function startProcess(on: Running, output: "inherit" | "pipe"): TestProcess {
  const child = fork(join(root, "dev/mocha.ts"), {
    cwd: root,
    stdio: ["ignore", output, output, "ipc"],
    env: {
      ...environmentOf(on),
      NODE_COMPILE_CACHE: join(cacheFolder, "compiled"),
      // Tests in process have a database of their own beside the platform's.
      GCLOUD_PROJECT: `demo-unit-${process.pid}-${started++}`,
      KINDLING_RUNNING: JSON.stringify(on),
    },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
  }
  const ready = answerOf(child);
  return {
    async run(files) {
      await ready;
      child.send(files);
      const outcome = await answerOf(child);
      if (outcome) return { ...outcome, isOver: false };
      const failed = files.map((file) => `${file}: ended its process`);
      return { passed: 0, failed, again: [], projects: [], isOver: true };
    },
    async printed() {
      // Its answer may overtake its words.
      await pause(50);
      const since = text.trimEnd();
      text = "";
      return since;
    },
    end: () => child.kill(),
  };
}

/** The next message of a process; nothing if it ends without one. */
const answerOf = (child: ChildProcess): Promise<Outcome | undefined> =>
  new Promise((resolve) => {
    const end = () => settle(undefined);
    const settle = (message: Outcome | undefined) => {
      child.off("message", settle as never).off("exit", end);
      resolve(message);
    };
    child.once("message", settle as never).once("exit", end);
  });
