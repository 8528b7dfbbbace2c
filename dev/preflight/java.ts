import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import type { Check } from "./check.ts";

/** firebase-tools 15 refuses an older one. */
const OLDEST = 21;

export interface Java {
  path: string;
  version: number;
}

/** Finds a Java that the Firestore emulator runs on, wherever machines keep theirs. */
export function checkJava(paths = candidates()): Check<Java> {
  const older: Java[] = [];
  let found: Java | undefined;
  for (const path of paths) {
    const java = probe(path);
    if (java && java.version >= OLDEST) {
      found = java;
      break;
    }
    if (java) older.push(java);
  }
  const tooOld = older.map(({ version, path }) => `Java ${version} (${path})`).join(", ");
  return {
    what: `Java ≥ ${OLDEST}`,
    says: found ? `${found.version}, ${found.path}` : tooOld ? `only ${tooOld}` : "not found",
    found,
    required: true,
    remedy: `Install Java ${OLDEST} or newer (https://adoptium.net), or point JAVA_HOME at one.`,
  };
}

/** JAVA_HOME, then PATH, then where package managers put theirs, the newest by name first. */
export function candidates(environment = process.env, home = homedir()): string[] {
  const named = environment.JAVA_HOME ? [join(environment.JAVA_HOME, "bin/java")] : [];
  const onPath = (environment.PATH ?? "").split(delimiter).map((folder) => join(folder, "java"));
  const installed = [
    "/usr/lib/jvm/*/bin/java",
    "/opt/java/*/bin/java",
    "/opt/homebrew/opt/openjdk*/bin/java",
    "/usr/local/opt/openjdk*/bin/java",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java",
    join(home, ".sdkman/candidates/java/*/bin/java"),
    join(home, ".jdks/*/bin/java"),
    join(home, ".asdf/installs/java/*/bin/java"),
    join(home, ".local/share/mise/installs/java/*/bin/java"),
  ].flatMap((pattern) => globSync(pattern).sort().reverse());
  return [...new Set([...named, ...onPath, ...installed])].filter((path) => existsSync(path));
}

function probe(path: string): Java | undefined {
  const { stderr } = spawnSync(path, ["-version"], { encoding: "utf8", timeout: 20_000 });
  const version = majorVersion(stderr ?? "");
  return version === undefined ? undefined : { path, version };
}

/** `openjdk version "25.0.1"` is 25, `java version "1.8.0_202"` is 8. */
export function majorVersion(output: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  if (first === undefined) return undefined;
  return Number(first === "1" ? second : first);
}
