import { globSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.ts";
import type { Settled } from "./coverage.ts";
import type { Equivalent } from "./mutation.ts";

interface Listed {
  equivalents: Equivalent[];
  settled: Settled[];
}

/** What no test can show: test/<module>/unprovable.ts; what is shared is in core's. */
export async function listed(): Promise<Listed> {
  const files = globSync("test/*/unprovable.ts", { cwd: root });
  const all: Partial<Listed>[] = await Promise.all(files.map((file) => import(join(root, file))));
  return {
    equivalents: all.flatMap(({ equivalents = [] }) => equivalents),
    settled: all.flatMap(({ settled = [] }) => settled),
  };
}
