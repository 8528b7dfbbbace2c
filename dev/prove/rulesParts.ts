import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { read, written } from "../docs/written.ts";
import { root, stateFolder } from "../paths.ts";
import { coverageOf, gapsIn, lcovOf } from "./coverage.ts";
import { equivalents } from "./equivalents.ts";
import { isNear, limitsTable, usesOf } from "./limits.ts";
import { mutantsOf } from "./mutants.ts";
import { describe, mutate } from "./mutation.ts";
import type { Part } from "./part.ts";

const report = join(stateFolder, "proof", "rules.lcov");

/** That each condition of the rules comes to true and to false in some test. */
export const coverage: Part = async ({ stage, ruleset, recordings, modules, say }) => {
  const all = await coverageOf(stage.emulator, ruleset, recordings);
  const conditions = all.filter(({ section }) => isMeant(modules, section));
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, lcovOf(conditions));
  const outcomes = conditions.flatMap(({ yes, no }) => [yes, no]);
  const met = outcomes.filter((times) => times > 0).length;
  say(`${conditions.length} conditions: ${met} of ${outcomes.length} outcomes met (${report})`);
  return gapsIn(conditions);
};

/** That no mutant of the rules lives on. */
export const mutation: Part = async ({ stage, ruleset, recordings, modules, say }) => {
  const mutants = mutantsOf(ruleset, modules);
  const total = await mutate(
    stage,
    ruleset,
    recordings,
    { mutants, equivalents: await equivalents() },
    say,
  );
  say(
    `${total.made} mutants: ${total.killed} killed, ${total.refused} no rules, ` +
      `${total.equivalent} equivalent, ${total.survived.length} survived`,
  );
  const survived = total.survived.map((mutant) => `survived: ${describe(mutant)}`);
  const stale = total.stale.map(
    ({ where, from, to }) => `listed as equivalent, and is not: ${where}  ${from}  →  ${to}`,
  );
  const unsteady = total.unsteady === undefined ? [] : [total.unsteady];
  return [...unsteady, ...survived, ...(modules.length > 0 ? [] : stale)];
};

/** That no rule comes near to a limit of Firestore's. */
export const limits: Part = async ({ stage, ruleset, recordings, modules, say }) => {
  const all = await usesOf(stage.emulator, ruleset, recordings);
  const uses = all.filter(({ section }) => isMeant(modules, section));
  const most = (of: "expressions" | "lookUps") => Math.max(0, ...uses.map((use) => use[of] ?? 0));
  say(
    `${uses.length} operations: at most ${most("expressions")} of 1,000 expressions ` +
      `and ${most("lookUps")} of 10 look-ups`,
  );
  const near = uses
    .filter(isNear)
    .map(
      ({ path, method, expressions, lookUps }) =>
        `${path} ${method} takes up to ${expressions} expressions and ${lookUps ?? 0} look-ups`,
    );
  return modules.length === 0 ? [...near, ...(await keepTable(limitsTable(uses)))] : near;
};

/** Writes the table of limits into its document. Answers what is to be said if it was another. */
async function keepTable(table: string): Promise<string[]> {
  const document = "docs/proof.md";
  const text = await written(document, [{ document, part: "limits", text: () => table }]);
  if (text === read(document)) return [];
  writeFileSync(join(root, document), text);
  return [`${document} was out of date: it is written anew`];
}

const isMeant = (modules: readonly string[], section: string): boolean =>
  modules.length === 0 || modules.includes(section);
