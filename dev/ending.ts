/** Ends by `process.exit` on a signal, so that what was started is ended with us. */
export function exitOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(130));
  }
}

/** Ends with what an error says: what went wrong is about the machine, not about our code. */
export function endWithMessage(error: unknown): never {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
