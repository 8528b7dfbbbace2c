import { parentPort } from "node:worker_threads";

/*
 * A thread that ends its process once that has had more of the processor than it is told it may have: what
 * runs for ever hears nothing itself. Not by the clock: others may be busy, too.
 */
let end = Number.POSITIVE_INFINITY;

parentPort?.on("message", (milliseconds: number) => {
  end = used() + milliseconds;
});
setInterval(() => {
  if (used() > end) process.kill(process.pid, "SIGKILL");
}, 100);

function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
