import { globSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.ts";
import type { Equivalent } from "./mutation.ts";

/** The mutants that are no mistakes, of all modules. */
export async function equivalents(): Promise<Equivalent[]> {
  const files = globSync("test/*/equivalents.ts", { cwd: root });
  const all = await Promise.all(
    files.map((file): Promise<{ equivalents: Equivalent[] }> => import(join(root, file))),
  );
  return all.flatMap(({ equivalents }) => equivalents);
}
