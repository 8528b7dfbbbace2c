import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exitOnSignals } from "./ending.ts";
import { root } from "./paths.ts";
import { bringUp } from "./prove/bringUp.ts";
import { RulesEmulator } from "./prove/emulator.ts";
import { mutantsOf } from "./prove/mutants.ts";
import { mutate } from "./prove/mutation.ts";
import { record } from "./prove/recorded.ts";
import { rulesetOf } from "./rules/sections.ts";

const words = process.argv.slice(2);
exitOnSignals();
const { running, stop } = await bringUp();
try {
  const ruleset = rulesetOf(readFileSync(join(root, "firestore.rules"), "utf8"));
  const { recordings, failed } = await record(running, words);
  const emulator = new RulesEmulator(running.hosts.firestore);
  const started = performance.now();
  const mutants = mutantsOf(ruleset, words);
  console.log(failed.length, recordings.length, mutants.length);
  const total = await mutate(
    emulator,
    ruleset,
    recordings,
    { mutants, equivalents: [] },
    console.log,
  );
  console.log({ ...total, survived: total.survived.length }, (performance.now() - started) / 1000);
} finally {
  await stop();
}
process.exit();
