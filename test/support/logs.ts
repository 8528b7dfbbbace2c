/** One structured line of the functions' log. */
export interface LogEntry {
  severity: string;
  message: string;
  [field: string]: unknown;
}

/** What the functions have logged in this process, oldest first. It is kept off the terminal. */
export const logs: LogEntry[] = [];

// The logger takes hold of the console when it is loaded, so this file is loaded before it.
for (const method of ["log", "info", "warn", "error", "debug"] as const) {
  const print = console[method].bind(console);
  console[method] = (...words: unknown[]) => {
    const entry = words.length === 1 ? parse(words[0]) : undefined;
    if (entry) logs.push(entry);
    else print(...words);
  };
}

function parse(line: unknown): LogEntry | undefined {
  if (typeof line !== "string" || !line.startsWith('{"')) return undefined;
  try {
    const entry = JSON.parse(line);
    return typeof entry.severity === "string" ? entry : undefined;
  } catch {
    return undefined;
  }
}
