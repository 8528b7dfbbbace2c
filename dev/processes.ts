import { execFileSync } from "node:child_process";

/** The processes that `pid` has started, and they in turn. (The CLI detaches its Java.) */
export function descendantsOf(pid: number): number[] {
  const parents = ps("-A", "-o", "pid=,ppid=").map(
    (line) => line.trim().split(/\s+/).map(Number) as [number, number],
  );
  const childrenOf = (parent: number): number[] =>
    parents.flatMap(([child, of]) => (of === parent ? [child, ...childrenOf(child)] : []));
  return childrenOf(pid);
}

/** The command line of a process; empty if there is none. */
export const commandOf = (pid: number): string => ps("-p", String(pid), "-o", "args=").join("\n");

/** Processes by their numbers, and the command line of each. */
export type Known = ReadonlyMap<number, string>;

export const know = (pids: readonly number[]): Known =>
  new Map(pids.map((pid) => [pid, commandOf(pid)]));

/** Those that still are what they were: a number may be that of another process by now. */
export const leftOf = (known: Known): number[] =>
  [...known].filter(([pid, command]) => command && commandOf(pid) === command).map(([pid]) => pid);

export function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

/** Sends a signal; answers whether there was somebody to get it. */
export function signal(pid: number, what: NodeJS.Signals | 0): boolean {
  try {
    return pid > 0 && process.kill(pid, what);
  } catch {
    return false;
  }
}

function ps(...words: string[]): string[] {
  try {
    return execFileSync("ps", words, { encoding: "utf8" }).trim().split("\n");
  } catch {
    // No such process, or a machine so small that it has no `ps`.
    return [];
  }
}
