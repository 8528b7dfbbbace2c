import type { Recorded, Recording } from "../../test/support/recording.ts";
import { edited, type Match, type Ruleset, withoutOthers } from "../rules/sections.ts";
import type { RulesEmulator } from "./emulator.ts";
import type { Mutant } from "./mutants.ts";
import { concerning, matchesOf, replay, replayUnchanged } from "./replay.ts";
import type { Stage } from "./stage.ts";

/** A mutant that no test can tell from the rules, and why. */
export interface Equivalent {
  where: string;
  from: string;
  to: string;
  because: string;
}

export interface Mutation {
  made: number;
  killed: number;
  /** The emulator does not take them as rules. */
  refused: number;
  equivalent: number;
  survived: Mutant[];
  /** What the rules themselves answered otherwise in the end: then a mutant may have been killed by that. */
  unsteady: string | undefined;
  /** What is listed as equivalent and is not, or not made any more. */
  stale: Equivalent[];
}

/** So many requests the same emulators are asked: their memory fills up. */
const ENOUGH = 60_000;

/** So many mutants have the same project: the emulator keeps what was deleted, and each query goes through it. */
const FRESH = 25;

/** As many projects of one emulator work at once. */
const WORKERS = 4;

/**
 * Lets the tests try every mutant of the rules, by what they were recorded to ask: a mutant is killed where
 * a request is let through that was not, or the other way round. Those that nothing kills have to be listed
 * as equivalent.
 */
export async function mutate(
  stage: Stage,
  ruleset: Ruleset,
  recordings: readonly Recording[],
  { mutants, equivalents }: { mutants: readonly Mutant[]; equivalents: readonly Equivalent[] },
  say: (line: string) => void,
): Promise<Mutation> {
  const plan = planner(ruleset, recordings);
  const total: Omit<Mutation, "stale" | "unsteady"> = {
    made: mutants.length,
    killed: 0,
    refused: 0,
    equivalent: 0,
    survived: [],
  };
  const needed = new Set<Equivalent>();
  let tried = 0;
  const queue = mutants.values();
  const work = async (worker: number) => {
    const { emulator } = stage;
    let own = 0;
    let project = "";
    for (const mutant of queue) {
      if (own % FRESH === 0) {
        if (project) await emulator.forget(project);
        project = `demo-mutants-${process.pid}-${worker}-${own}`;
      }
      own++;
      const { rules, trials } = plan(mutant);
      const outcome = await tryOn(emulator, project, rules, trials, mutant.where);
      const listed = equivalents.find((one) => isSame(one, mutant));
      if (outcome === "survived" && !listed) total.survived.push(mutant);
      if (outcome === "killed") total.killed++;
      if (outcome === "refused") total.refused++;
      if (outcome === "survived" && listed) {
        total.equivalent++;
        needed.add(listed);
      }
      tried++;
      // Others go on with the queue, on emulators that are started anew.
      if (emulator.asked > ENOUGH) break;
    }
  };
  await hold(stage.emulator, ruleset, recordings);
  while (tried < mutants.length) {
    await stage.renew();
    await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
    say(`… ${tried} of ${mutants.length}`);
  }
  await stage.renew();
  // Times that were to come have come, perhaps.
  const unsteady = await hold(stage.emulator, ruleset, recordings).then(
    () => undefined,
    ({ message }: Error) => message,
  );
  return { ...total, unsteady, stale: equivalents.filter((one) => !needed.has(one)) };
}

/** Sees to it that what was recorded tells mutants from the rules: that the rules themselves are let live. */
async function hold(
  emulator: RulesEmulator,
  ruleset: Ruleset,
  recordings: readonly Recording[],
): Promise<void> {
  const queue = recordings.values();
  const work = async (worker: number) => {
    const project = `demo-unchanged-${process.pid}-${worker}`;
    for (const recording of queue) {
      await emulator.putRules(project, ruleset.text);
      await emulator.clear(project);
      await replayUnchanged(emulator, project, recording);
    }
    await emulator.forget(project);
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
}

const isSame = (one: Equivalent, { where, from, to }: Mutant): boolean =>
  one.where === where && one.from === from && one.to === to;

export const describe = ({ where, line, operator, from, to }: Mutant): string =>
  `firestore.rules:${line}  ${where}  ${operator}:  ${from}${to && `  →  ${to}`}`;

interface Trial {
  requests: readonly Recorded[];
  /** By where the mutants are that it killed: what finds one there mostly finds the next. */
  kills: Map<string, number>;
}

/** For each mutant its rules, and what to ask of them: what has killed most is asked first. */
function planner(ruleset: Ruleset, recordings: readonly Recording[]) {
  const { text, matches: all } = ruleset;
  const about = matchesOf(
    recordings.flatMap(({ requests }) => requests),
    all,
  );
  const planFor = (matches: readonly Match[], section: string) => {
    const isAbout = (request: Recorded) =>
      about.get(request)?.some((match) => matches.includes(match)) ?? false;
    const trials = recordings
      .map(({ requests }) => ({ requests: concerning(requests, isAbout), kills: new Map() }))
      .filter(({ requests }) => requests.length > 0)
      .sort((one, other) => one.requests.length - other.requests.length);
    const asked = trials.flatMap(({ requests }) => requests);
    const needed = new Set([...matches, ...asked.flatMap((request) => about.get(request) ?? [])]);
    // The emulator reads few rules faster than many.
    return { trials, cuts: withoutOthers(ruleset, needed, section) };
  };
  const known = new Map<string, ReturnType<typeof planFor>>();
  return ({ where, matches, section, edit }: Mutant): { rules: string; trials: Trial[] } => {
    const key = [section, ...matches.map(({ path }) => path)].join();
    const { trials, cuts } = known.get(key) ?? planFor(matches, section);
    known.set(key, { trials, cuts });
    return {
      rules: edited(text, [edit, ...cuts]),
      trials: trials.toSorted((one, other) => rateOf(other, where) - rateOf(one, where)),
    };
  };
}

const rateOf = ({ kills, requests }: Trial, where: string): number =>
  (kills.get(where) ?? 0) / requests.length;

async function tryOn(
  emulator: RulesEmulator,
  project: string,
  rules: string,
  trials: readonly Trial[],
  where: string,
): Promise<"killed" | "refused" | "survived"> {
  if (!(await emulator.putRules(project, rules))) return "refused";
  for (const trial of trials) {
    await emulator.clear(project);
    if (await replay(emulator, project, trial.requests)) {
      trial.kills.set(where, (trial.kills.get(where) ?? 0) + 1);
      return "killed";
    }
  }
  return "survived";
}
