import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../paths.ts";
import type { Decision, Decisions } from "./decisions/decisions.ts";
import { importsOf, loads } from "./decisions/imports.ts";
import { type Mutant, mutantsOf } from "./decisions/mutants.ts";
import { Tester } from "./decisions/tester.ts";

/** What became of mutants. */
export interface Outcome {
  made: number;
  killed: number;
  /** Those that are listed as no mistakes, with a reason. */
  equivalent: number;
  /** Mistakes that no test notices, and what is listed without need: none, where all is well. */
  survived: string[];
}

/** Two cores are what there is at least. */
const PROCESSES = 2;

/**
 * Makes each small mistake that could be made in what decides without asking a database, file by file, and
 * has the tests of that file look for it, as far as they need no platform. Prints a line for each file, and
 * what no test has noticed. With `words`, only the files whose path holds one of them.
 */
export async function proveDecisions(words: readonly string[] = []): Promise<Outcome> {
  const all = Object.entries(await listed());
  const wanted = all.filter(([name]) => words.length === 0 || words.some((w) => name.includes(w)));
  const total: Outcome = { made: 0, killed: 0, equivalent: 0, survived: [] };
  const work = async () => {
    for (let next = wanted.shift(); next; next = wanted.shift()) {
      const [name, decision] = next;
      const started = performance.now();
      const outcome = await prove(name, decision);
      total.made += outcome.made;
      total.killed += outcome.killed;
      total.equivalent += outcome.equivalent;
      total.survived.push(...outcome.survived);
      print(name, outcome, performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));
  return total;
}

/** What the modules list. */
async function listed(): Promise<Decisions> {
  const files = globSync(join(root, "test/*/decisions.ts")).sort();
  const each: { decisions: Decisions }[] = await Promise.all(files.map((file) => import(file)));
  return Object.assign({}, ...each.map(({ decisions }) => decisions));
}

function print(name: string, { made, killed, equivalent, survived }: Outcome, took: number): void {
  const isProved = survived.length === 0;
  const counts = `${made} mutants, ${killed} killed, ${equivalent} equivalent`;
  console.log(`  ${isProved ? "✔" : "✘"} ${name}: ${counts} (${(took / 1000).toFixed(1)} s)`);
  for (const line of survived) console.log(`      ${line}`);
}

async function prove(name: string, { names, equivalents = [] }: Decision): Promise<Outcome> {
  const file = join(root, "functions/src", name);
  const source = readFileSync(file, "utf8");
  const mutants = mutantsOf(source, names);
  const tester = await Tester.start({ file, tests: testsOf(file, names), source });
  const alive: Mutant[] = [];
  for (const mutant of mutants) if (!(await tester.notices(mutant.source))) alive.push(mutant);
  await tester.end();
  const isListed = ({ from, to }: Mutant) =>
    equivalents.some((no) => no.from === from && no.to === to);
  const mistakes = alive.filter((mutant) => !isListed(mutant));
  const needless = equivalents.filter(
    ({ from, to }) => !alive.some((mutant) => mutant.from === from && mutant.to === to),
  );
  return {
    made: mutants.length,
    killed: mutants.length - alive.length,
    equivalent: alive.length - mistakes.length,
    survived: [
      ...mistakes.map(({ line, from, to }) => `${name}:${line}  ${from}  →  ${to}`),
      ...needless.map(({ from, to }) => `${name}, listed and not alive:  ${from}  →  ${to}`),
    ],
  };
}

/**
 * The tests of a file: those that import what decides in it, and run without a platform. The one of its
 * name is first.
 */
function testsOf(file: string, names?: readonly string[]): string[] {
  const platform = join(root, "test/support/firestore.ts");
  const isNamed = (test: string) => (basename(test, ".test.ts") === basename(file, ".ts") ? 0 : 1);
  return globSync(join(root, "test/**/*.test.ts"))
    .filter((test) => {
      const imported = importsOf(test).get(file);
      return imported && (!names || names.some((name) => imported.includes(name)));
    })
    .filter((test) => !loads(test, platform))
    .sort((one, other) => isNamed(one) - isNamed(other));
}
