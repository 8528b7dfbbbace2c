import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseSync } from "vite";

/** The files of ours that a file loads itself, and what it has of each. */
type Imports = ReadonlyMap<string, readonly string[]>;

const known = new Map<string, Imports>();

/** What is imported for its types is not loaded. */
export function importsOf(file: string): Imports {
  const found = known.get(file) ?? read(file);
  known.set(file, found);
  return found;
}

/** Whether loading a file loads another, if by way of others. */
export function loads(file: string, other: string, seen = new Set<string>()): boolean {
  if (file === other) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return [...importsOf(file).keys()].some((imported) => loads(imported, other, seen));
}

function read(file: string): Imports {
  const found = new Map<string, string[]>();
  const add = (from: string, names: (string | null)[]) => {
    const path = resolve(file, "..", from);
    if (!from.startsWith(".") || !existsSync(path)) return;
    found.set(path, [...(found.get(path) ?? []), ...names.filter((name) => name !== null)]);
  };
  const { staticImports, staticExports } = parseSync(file, readFileSync(file, "utf8")).module;
  for (const { entries, moduleRequest } of staticImports) {
    const values = entries.filter(({ isType }) => !isType);
    if (entries.length > 0 && values.length === 0) continue;
    add(
      moduleRequest.value,
      values.map(({ importName }) => importName.name),
    );
  }
  for (const { isType, moduleRequest } of staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest && !isType) add(moduleRequest.value, []);
  }
  return found;
}
