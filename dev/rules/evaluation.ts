import type { Node } from "./syntax.ts";
import { namesIn, type Value } from "./value.ts";

/** What came of an expression: an error counts as no, but for `!`, and is none of its own. */
export type Outcome = boolean | "error";

/** Why an expression could not be evaluated, and the piece of the rules in which that came up. */
export interface Failure {
  cause: string;
  at: string;
}

/** What the emulator saw the expressions of a project's rules come to, since it was given them. */
export interface Evaluation {
  /** The rules. */
  text: string;
  /** Each value once; none of what was not asked, and of literals. */
  valuesOf(expression: Node): readonly Value[];
  outcomesOf(condition: Node): readonly Outcome[];
  failureOf(expression: Node): Failure | undefined;
  /** The paths of the documents that it looked for, or would have. */
  lookedFor: readonly string[];
}

interface Position {
  currentOffset: number;
  /** Of its last letter. */
  endOffset: number;
}

/** What the emulator tells of an expression. */
export interface Reported {
  sourcePosition: Position;
  /** Each with how often it came up. */
  values?: { value: Value; count: number }[];
  children?: Reported[];
}

export async function evaluationOf(host: string, project: string): Promise<Evaluation> {
  const answer = await fetch(`http://${host}/emulator/v1/projects/${project}:ruleCoverage`);
  if (!answer.ok) throw new Error(`The emulator answered ${answer.status}.`);
  const { rules, report = [] } = (await answer.json()) as {
    rules: { files: [{ content: string }] };
    report?: Reported[];
  };
  const [{ content: text }] = rules.files;
  const values = new Map<string, Map<string, Value>>();
  const note = ({ sourcePosition, values: seen = [], children = [] }: Reported) => {
    const key = keyOf(text, sourcePosition.currentOffset, sourcePosition.endOffset + 1);
    const known = values.get(key) ?? new Map<string, Value>();
    values.set(key, known);
    for (const { value } of seen) if (isKnown(value)) known.set(JSON.stringify(value), value);
    for (const child of children) note(child);
  };
  for (const one of report) note(one);

  const valuesOf = (expression: Node): Value[] => {
    const { start, end } = withParentheses(expression);
    return [...(values.get(keyOf(text, start, end))?.values() ?? [])];
  };
  return {
    text,
    valuesOf,
    outcomesOf: (condition) => [...new Set(valuesOf(condition).flatMap(outcomeOf))],
    failureOf: (expression) => {
      const failed = valuesOf(expression).map(errorIn).find(Boolean);
      if (!failed) return undefined;
      const { currentOffset, endOffset } = failed.sourcePosition;
      return { cause: failed.causeMessage, at: text.slice(currentOffset, endOffset + 1) };
    },
    lookedFor: [...values.values()].flatMap((known) => [...known.values()].flatMap(documentIn)),
  };
}

/** Where the emulator says an expression ends, the parentheses and brackets that close it are not in it. */
export const keyOf = (text: string, start: number, end: number): string =>
  `${start} ${text.slice(start, end).replace(/[\s()[\]{}]+$/, "").length}`;

/** To the emulator they belong to the expression. */
export function withParentheses(expression: Node): Node {
  const { parent } = expression;
  return parent && /^(Primary|ParenSimple)Expression$/.test(parent.kind)
    ? withParentheses(parent)
    : expression;
}

interface Failed {
  sourcePosition: Position;
  causeMessage: string;
}

const errorIn = (value: Value): Failed | undefined => {
  const error = value.undefined as Partial<Failed> | undefined;
  return error?.causeMessage === undefined ? undefined : (error as Failed);
};

/**
 * It evaluates twice, the first time without what must be looked up: that is undefined then, for no cause.
 * What is not asked has no value.
 */
const isKnown = (value: Value): boolean =>
  "undefined" in value ? errorIn(value) !== undefined : Object.keys(value).length > 0;

function outcomeOf(value: Value): Outcome[] {
  if (typeof value.boolValue === "boolean") return [value.boolValue];
  return errorIn(value) ? ["error"] : [];
}

function documentIn(value: Value): string[] {
  const names = namesIn(value);
  return names.length > 0 && names.length % 2 === 0 ? [names.join("/")] : [];
}
