import type { Recorded, Recording } from "../../test/support/recording.ts";
import { tableOf } from "../docs/markdown.ts";
import { edited, type Ruleset } from "../rules/sections.ts";
import { everyNode, type Node, placeOf, textOf } from "../rules/syntax.ts";
import type { RulesEmulator } from "./emulator.ts";
import { ask, SERVER, wavesOf } from "./replay.ts";

// https://firebase.google.com/docs/rules/rules-behavior#limits: per document that is written or read.
const EXPRESSIONS = 1_000;
const LOOK_UPS = 10;
/** What is left free of a limit, so that the next condition has its place. */
const SHARE = 0.7;

/** What the costliest request that is let through takes of the limits. */
export interface Use {
  section: string;
  path: string;
  method: string;
  /** At most, in hundreds: of 1,000. */
  expressions: number;
  /** Documents that the rules look up: of 10. */
  lookUps: number;
}

export const isNear = ({ expressions, lookUps }: Use): boolean =>
  expressions > EXPRESSIONS * SHARE || lookUps > LOOK_UPS * SHARE;

const STEP = 100;
const WORKERS = 4;

/**
 * Measures what is taken of the limits: the rules are made costlier by ever more, until what was let
 * through runs into one. A request that does so is made by the server then, so that the next finds all in
 * its place.
 */
export async function usesOf(
  emulator: RulesEmulator,
  ruleset: Ruleset,
  recordings: readonly Recording[],
): Promise<Use[]> {
  const granted = recordings.map(({ requests }) => requests.filter(({ isLet }) => isLet));
  const overrunBy = (pad: string, sign: RegExp) =>
    overruns(emulator, padded(ruleset, pad), granted, sign);
  const expressions = new Map<string, number>();
  for (let free = EXPRESSIONS - STEP; free >= STEP; free -= STEP) {
    // `free` is what is left of the limit.
    for (const key of await overrunBy(ofExpressions(EXPRESSIONS - free), /maximum of 1000 exp/)) {
      if (!expressions.has(key)) expressions.set(key, free + STEP);
    }
  }
  const lookUps = new Map<string, number>();
  for (let more = 1; more <= LOOK_UPS; more++) {
    for (const key of await overrunBy(
      ofLookUps(more),
      /Service call error|maximum of \d+ (?!exp)/,
    )) {
      if (!lookUps.has(key)) lookUps.set(key, LOOK_UPS + 1 - more);
    }
  }
  return ruleset.matches.flatMap((match) =>
    permissionsIn(match.node, ruleset.text).flatMap(({ methods, line }) =>
      methods.map((method) => ({
        section: match.section,
        path: match.path,
        method,
        expressions: expressions.get(`${method} ${line}`) ?? STEP,
        lookUps: lookUps.get(`${method} ${line}`) ?? 0,
      })),
    ),
  );
}

interface Permission {
  methods: string[];
  condition: Node;
  /** Of the condition, as the emulator names it. */
  line: number;
}

const permissionsIn = (match: Node, text: string): Permission[] =>
  [...everyNode(match)]
    .filter(({ kind }) => kind === "PermissionDeclaration")
    .flatMap((permission) => {
      const condition = permission.children.at(-1)?.children[0];
      if (!condition || /^(true|false)$/.test(textOf(text, condition))) return [];
      const methods = textOf(text, permission.children[0]).split(/,\s*/);
      return [{ methods, condition, line: placeOf(text, condition.start).line }];
    });

/** The rules, with more to do before the first condition of each method. */
function padded({ text, matches }: Ruleset, pad: string): string {
  const conditions = matches.flatMap(({ node }) => {
    const met = new Set<string>();
    return permissionsIn(node, text).filter(({ methods }) => {
      const isFirst = methods.some((method) => !met.has(method));
      for (const method of methods) met.add(method);
      return isFirst;
    });
  });
  return edited(
    text,
    conditions.map(({ condition: { start, end } }) => ({
      start,
      end,
      text: `${pad} && (${text.slice(start, end)})`,
    })),
  );
}

/** A condition that is true and costs so many expressions: each literal, each && and each pair of parentheses. */
function ofExpressions(cost: number): string {
  // The && and the parentheses that `padded` puts around it are two more.
  const literals = Math.floor(cost / 3);
  const tree = (count: number): string =>
    count <= 1 ? "true" : `(${tree(count >> 1)} && ${tree(count - (count >> 1))})`;
  return tree(literals);
}

const ofLookUps = (count: number): string =>
  `(${Array.from(
    { length: count },
    (_, n) => `!exists(/databases/$(database)/documents/canary/c${n})`,
  ).join(" && ")})`;

/** Each has projects of its own: the emulator keeps what was deleted, and each query goes through it. */
let runs = 0;

/** By method and line, the conditions at which requests run into a limit. */
async function overruns(
  emulator: RulesEmulator,
  rules: string,
  granted: readonly Recorded[][],
  sign: RegExp,
): Promise<Set<string>> {
  const found = new Set<string>();
  const queue = granted.values();
  runs++;
  const work = async (worker: number) => {
    const project = `demo-limits-${process.pid}-${worker}-${runs}`;
    await emulator.putRules(project, rules);
    for (const requests of queue) {
      await emulator.clear(project);
      for (const wave of wavesOf(requests)) {
        await Promise.all(
          wave.map(async (request) => {
            const { status, text } = await ask(emulator, project, request);
            if (status !== 403) return;
            await ask(emulator, project, { ...request, authorization: SERVER });
            if (!sign.test(text)) return;
            for (const [, method, line] of text.matchAll(/ for '(\w+)' @ L(\d+)/g)) {
              found.add(`${method} ${line}`);
            }
          }),
        );
      }
    }
    await emulator.forget(project);
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  return found;
}

/** The table that docs/proof.md shows. */
export const limitsTable = (uses: readonly Use[]): string =>
  tableOf(
    ["collection", "method", "expressions, of 1,000", "look-ups, of 10"],
    uses.map(({ path, method, expressions, lookUps }) => [
      `\`${path.slice(1)}\``,
      method,
      `at most ${expressions}`,
      String(lookUps),
    ]),
  );
