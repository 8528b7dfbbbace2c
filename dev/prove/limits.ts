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
  /** Documents that the rules look up: of 10. Nothing where no request of one document asks. */
  lookUps: number | undefined;
}

export const isNear = ({ expressions, lookUps = 0 }: Use): boolean =>
  expressions > EXPRESSIONS * SHARE || lookUps > LOOK_UPS * SHARE;

const STEP = 100;
const WORKERS = 4;

/**
 * Measures what is taken of the limits: the rules are made costlier, at first so that nothing is left, then
 * by ever less, until nothing that was let through runs into a limit any more.
 */
export async function usesOf(
  emulator: RulesEmulator,
  ruleset: Ruleset,
  recordings: readonly Recording[],
): Promise<Use[]> {
  const granted = recordings.map(({ requests }) => requests.filter(({ isLet }) => isLet));
  /** By condition, how much it takes, in steps; nothing of those that take no more than `from`. */
  const takenBy = async (
    { from, limit, step }: { from: number; limit: number; step: number },
    pad: (left: number) => string,
    sign: RegExp,
    of: readonly Recorded[],
  ) => {
    const most = new Map<string, number>();
    let suspects = new Set(of);
    for (let left = from; left < limit && suspects.size > 0; left += step) {
      const rules = padded(ruleset, pad(left));
      const found = await overruns(emulator, rules, granted, suspects, sign);
      for (const key of found.conditions) most.set(key, left + step);
      suspects = found.requests;
    }
    return most;
  };
  const asked = granted.flat().filter(({ authorization }) => authorization !== SERVER);
  const expressions = await takenBy(
    { from: STEP, limit: EXPRESSIONS, step: STEP },
    (left) => ofExpressions(EXPRESSIONS - left),
    /maximum of 1000 exp/,
    asked,
  );
  const lookUps = await takenBy(
    // Less than nothing is left at first, so that each that asks is found.
    { from: -1, limit: LOOK_UPS, step: 1 },
    (left) => ofLookUps(LOOK_UPS - left),
    /Service call error|maximum of \d+ (?!exp)/,
    // A commit of several has 20 together: how many they are is the client's choice.
    asked.filter(isOfOne),
  );
  return ruleset.matches.flatMap((match) =>
    permissionsIn(match.node, ruleset.text).flatMap(({ methods, line }) =>
      methods.map((method) => ({
        section: match.section,
        path: match.path,
        method,
        expressions: expressions.get(`${method} ${line}`) ?? STEP,
        lookUps: lookUps.get(`${method} ${line}`),
      })),
    ),
  );
}

/** Whether a request is about one document, or a query. */
const isOfOne = ({ path, body }: Recorded): boolean =>
  !path.endsWith(":commit") || JSON.parse(body ?? "{}").writes?.length === 1;

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
function padded({ text, sections, matches }: Ruleset, pad: string): string {
  const conditions = matches.flatMap(({ node }) => {
    const met = new Set<string>();
    return permissionsIn(node, text).filter(({ methods }) => {
      const isFirst = methods.some((method) => !met.has(method));
      for (const method of methods) met.add(method);
      return isFirst;
    });
  });
  const start = sections[0]?.start ?? 0;
  // On the line of what is there: the emulator names conditions by their lines.
  const declared = { start, end: start, text: `function padding() { return ${pad}; }` };
  const edits = conditions.map(({ condition: { start, end } }) => ({
    start,
    end,
    text: `padding() && (${text.slice(start, end)})`,
  }));
  return edited(text, [declared, ...edits]);
}

/** A condition that is true and costs so many expressions: each literal, each && and each pair of parentheses. */
function ofExpressions(cost: number): string {
  // The call, the && and the parentheses that `padded` puts around it are a few more.
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

/** Those of the suspects that run into a limit, and the conditions at which they do, by method and line. */
async function overruns(
  emulator: RulesEmulator,
  rules: string,
  granted: readonly Recorded[][],
  suspects: ReadonlySet<Recorded>,
  sign: RegExp,
): Promise<{ requests: Set<Recorded>; conditions: Set<string> }> {
  const found = { requests: new Set<Recorded>(), conditions: new Set<string>() };
  const queue = granted.filter((requests) => requests.some((one) => suspects.has(one))).values();
  runs++;
  const asServer = async (project: string, request: Recorded) => {
    const isRead = !request.path.endsWith(":commit");
    if (!isRead) await ask(emulator, project, { ...request, authorization: SERVER });
  };
  const ofSuspect = async (project: string, request: Recorded) => {
    const { status, text } = await ask(emulator, project, request);
    if (status !== 403) return;
    // The next finds all in its place.
    await asServer(project, request);
    if (!sign.test(text)) return;
    found.requests.add(request);
    // A reason for each condition that was asked.
    for (const [, why = "", method, line] of text.matchAll(/(.*?) for '(\w+)' @ L(\d+)/gs)) {
      if (sign.test(why)) found.conditions.add(`${method} ${line}`);
    }
  };
  const work = async (worker: number) => {
    const project = `demo-limits-${process.pid}-${worker}-${runs}`;
    await emulator.putRules(project, rules);
    for (const requests of queue) {
      await emulator.clear(project);
      for (const wave of wavesOf(requests)) {
        await Promise.all(
          wave.map((one) => (suspects.has(one) ? ofSuspect : asServer)(project, one)),
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
      String(lookUps ?? "–"),
    ]),
  );
