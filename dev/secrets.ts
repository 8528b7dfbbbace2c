import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { functionsFolder } from "./paths.ts";

/** What the services on this machine are content with. */
const LOCAL = {
  SMTP_PASSWORD: "none-needed-locally",
  STRIPE_SECRET_KEY: "sk_test_local",
  STRIPE_WEBHOOK_SECRET: "whsec_local",
};

export type Secrets = Record<keyof typeof LOCAL, string>;

/** The functions of all platforms of this checkout read their secrets here. */
const SECRETS_FILE = join(functionsFolder, ".secret.local");

/** The secrets in force: those that the file has, for the others the ones that do locally. */
export function secrets(file = SECRETS_FILE): Secrets {
  return { ...LOCAL, ...(existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {}) };
}

/**
 * Puts `given` into the file, and what is still missing there; all else in it stays. Returns what
 * takes `given` out again.
 */
export function writeSecrets(given: Partial<Secrets>, file = SECRETS_FILE): () => void {
  const before = secrets(file);
  write(file, { ...before, ...given });
  const replaced = Object.keys(given).map((name) => [name, before[name as keyof Secrets]]);
  return () => write(file, Object.fromEntries(replaced));
}

function write(file: string, values: Record<string, string>): void {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const known = parseEnv(before);
  let text = before;
  for (const [name, value] of Object.entries(values)) {
    const line = `${name}=${value}`;
    if (known[name] === undefined) text += `${/[^\n]$/.test(text) ? "\n" : ""}${line}\n`;
    else if (known[name] !== value) {
      text = text.replace(new RegExp(`^${name}=.*$`, "m"), () => line);
    }
  }
  if (text !== before) writeFileSync(file, text);
}
