import { execFileSync } from "node:child_process";

/** The processes that `pid` has started, and they in turn. (The CLI detaches its Java.) */
export function descendantsOf(pid: number): number[] {
  const parents = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const childrenOf = (parent: number): number[] =>
    parents.flatMap(([child, of]) => (of === parent ? [child, ...childrenOf(child)] : []));
  return childrenOf(pid);
}

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
