import type { Recording } from "../../test/support/recording.ts";
import { keyOf, type Reported, withParentheses } from "../rules/evaluation.ts";
import { bare } from "../rules/reasons.ts";
import { type Ruleset, sectionAt } from "../rules/sections.ts";
import { everyNode, type Node, placeOf, textOf } from "../rules/syntax.ts";
import { isCondition, nameOf } from "./conditions.ts";
import type { RulesEmulator } from "./emulator.ts";
import { replayUnchanged } from "./replay.ts";

/** A condition of the rules, and how often it came to true and to false. */
export interface Condition {
  section: string;
  where: string;
  line: number;
  column: number;
  expression: string;
  yes: number;
  no: number;
}

/** The emulator keeps every value that it has seen: so many requests it is asked between two looks. */
const BETWEEN_LOOKS = 400;
const WORKERS = 2;

/**
 * Asks the rules all that was recorded, and answers how often each of their conditions came to true and to
 * false: each term of && and ||, what is negated, what a choice is made by, what a function returns. An
 * error is neither. Throws where an answer is another than the one that was recorded.
 */
export async function coverageOf(
  emulator: RulesEmulator,
  ruleset: Ruleset,
  recordings: readonly Recording[],
): Promise<Condition[]> {
  const counts = new Map<string, { yes: number; no: number }>();
  const look = async (project: string) => {
    for (const one of await emulator.coverage(project)) count(one, ruleset.text, counts);
  };
  const queue = recordings.values();
  const work = async () => {
    for (const recording of queue) {
      const project = `demo-coverage-${recording.theme}-${process.pid}`;
      await emulator.putRules(project, ruleset.text);
      await askAll(project, recording);
      await look(project);
      await emulator.forget(project);
    }
  };
  const askAll = async (project: string, recording: Recording) => {
    let asked = 0;
    await replayUnchanged(emulator, project, recording, async (more) => {
      asked += more;
      if (asked < BETWEEN_LOOKS) return;
      asked = 0;
      await look(project);
      await emulator.putRules(project, ruleset.text);
    });
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return conditionsOf(ruleset).map((node) => described(node, ruleset, counts));
}

type Counts = Map<string, { yes: number; no: number }>;

function count(
  { sourcePosition, values = [], children = [] }: Reported,
  text: string,
  counts: Counts,
) {
  const key = keyOf(text, sourcePosition.currentOffset, sourcePosition.endOffset + 1);
  for (const { value, count: times } of values) {
    if (typeof value.boolValue !== "boolean") continue;
    const known = counts.get(key) ?? { yes: 0, no: 0 };
    known[value.boolValue ? "yes" : "no"] += times;
    counts.set(key, known);
  }
  for (const child of children) count(child, text, counts);
}

/** All but the literals, which the emulator says nothing of. */
function conditionsOf({ tree, text }: Ruleset): Node[] {
  const found = new Map<string, Node>();
  const take = (node: Node | undefined) => {
    if (!node) return;
    const inner = bare(node);
    if (/^Logical(And|Or)Expression$/.test(inner.kind)) inner.children.forEach(take);
    else if (inner.kind === "NotExpression") take(inner.children[0]);
    else if (inner.kind === "TernaryExpression")
      inner.children.forEach((one) => {
        if (one === inner.children[0] || isCondition(one, text)) take(one);
      });
    else if (inner.kind !== "LiteralExpression") found.set(`${inner.start} ${inner.end}`, inner);
  };
  for (const node of everyNode(tree)) {
    const isOne = /^Logical(And|Or)Expression$|^NotExpression$/.test(node.kind);
    const [first] = node.children;
    if (isOne || node.kind === "PermissionBody") node.children.forEach(take);
    if (node.kind === "TernaryExpression") take(first);
    if (node.kind === "ReturnStatement" && isCondition(first, text)) take(first);
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

function described(node: Node, { text, sections }: Ruleset, counts: Counts): Condition {
  const { start, end } = withParentheses(node);
  const { yes, no } = counts.get(keyOf(text, start, end)) ?? { yes: 0, no: 0 };
  return {
    section: sectionAt(sections, node.start)?.name ?? "",
    where: nameOf(node, text),
    ...placeOf(text, node.start),
    expression: textOf(text, node).replace(/\s+/g, " "),
    yes,
    no,
  };
}

/** What conditions never came to, a line each. */
export const gapsIn = (conditions: readonly Condition[]): string[] =>
  conditions.flatMap(({ where, line, column, expression, yes, no }) =>
    [yes === 0 && "true", no === 0 && "false"]
      .filter((never) => never !== false)
      .map(
        (never) => `firestore.rules:${line}:${column}  ${where}  never ${never}:  ${expression}`,
      ),
  );

/** As tools that show coverage read it: https://github.com/linux-test-project/lcov, geninfo(1). */
export function lcovOf(conditions: readonly Condition[]): string {
  const lines = Map.groupBy(conditions, ({ line }) => line);
  const branches = conditions.flatMap(({ line, yes, no }, n) => [
    `BRDA:${line},${n},0,${yes}`,
    `BRDA:${line},${n},1,${no}`,
  ]);
  const hits = [...lines].map(
    ([line, all]) => `DA:${line},${Math.max(...all.map(({ yes, no }) => yes + no))}`,
  );
  return [
    "TN:rules",
    "SF:firestore.rules",
    ...branches,
    `BRF:${branches.length}`,
    `BRH:${conditions.flatMap(({ yes, no }) => [yes, no]).filter((times) => times > 0).length}`,
    ...hits,
    `LF:${hits.length}`,
    `LH:${hits.filter((hit) => !hit.endsWith(",0")).length}`,
    "end_of_record\n",
  ].join("\n");
}
