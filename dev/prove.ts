import { readFileSync } from "node:fs";
import { join } from "node:path";
import { endWithMessage, exitOnSignals } from "./ending.ts";
import { root } from "./paths.ts";
import { decisions } from "./prove/decisionsPart.ts";
import type { Part } from "./prove/part.ts";
import { record } from "./prove/recorded.ts";
import { coverage, limits, mutation } from "./prove/rulesParts.ts";
import { schema } from "./prove/schema.ts";
import { Stage } from "./prove/stage.ts";
import { rulesetOf } from "./rules/sections.ts";

/*
 * npm run prove                      everything
 * npm run prove -- coverage          one part, or several
 * npm run prove -- mutation shop     a part, of one module
 */
const parts: Record<string, Part> = { schema, coverage, limits, mutation, decisions };

/** Those that ask the rules what the tests have asked. */
const replaying: readonly Part[] = [coverage, limits, mutation];

const words = process.argv.slice(2);
const modules = words.filter((word) => !(word in parts));
const wanted = Object.entries(parts).filter(
  ([name]) => modules.length === words.length || words.includes(name),
);
exitOnSignals();
const ruleset = rulesetOf(readFileSync(join(root, "firestore.rules"), "utf8"));
const unknown = modules.find((word) => !ruleset.sections.some(({ name }) => name === word));
if (unknown !== undefined) {
  endWithMessage(
    `There is neither a part nor a module "${unknown}". Parts: ${Object.keys(parts).join(", ")}.`,
  );
}
const stage = await Stage.open();
try {
  const isRecorded = wanted.some(([, part]) => replaying.includes(part));
  const { recordings, failed } = isRecorded
    ? await record(stage.running, modules)
    : { recordings: [], failed: [] };
  let unproved = failed.length;
  for (const [name, part] of wanted) {
    console.log(`\n${name}`);
    if (replaying.includes(part)) await stage.renew();
    const started = performance.now();
    const say = (line: string) => console.log(`  ${line}`);
    const open = await part({ stage, ruleset, recordings, modules, say }).catch((error: Error) => [
      error.message,
    ]);
    for (const line of open) console.log(`  ✘ ${line}`);
    if (open.length === 0) console.log("  ✔ proved");
    console.log(`  (${((performance.now() - started) / 1000).toFixed(0)} s)`);
    unproved += open.length;
  }
  console.log(`\n${unproved === 0 ? "Proved." : `${unproved} not proved.`}`);
  process.exitCode = unproved === 0 ? 0 : 1;
} finally {
  await stage.close();
}
process.exit();
