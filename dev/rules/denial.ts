import type { Evaluation, Failure } from "./evaluation.ts";
import { argumentsOf, bare, type Reason, reasonsFor } from "./reasons.ts";
import { everyNode, type Node, parseRules, placeOf, textOf } from "./syntax.ts";
import { shown } from "./value.ts";

const FILE = "firestore.rules";

/**
 * What a request was denied for, by the `allow` lines that it came to: the smallest expressions that
 * were not true, and what stood in them. `message` is the emulator's, `evaluation` of that request alone.
 */
export function explained(message: string, evaluation: Evaluation): string {
  const { text } = evaluation;
  const said = [...everyNode(parseRules(text))]
    .filter(({ kind }) => kind === "PermissionDeclaration")
    .flatMap((permission) => {
      const methods = methodsIn(message, permission, text);
      return methods.length > 0 ? sentences(permission, methods.join(" or "), evaluation) : [];
    });
  return said.length > 0 ? said.join("\n") : `${FILE}: ${message.trim()}`;
}

const COVERED: Record<string, readonly string[]> = {
  read: ["get", "list"],
  write: ["create", "update", "delete"],
};

/** Those of a permission's that the message names: "false for 'update' @ L295", where its condition begins. */
function methodsIn(message: string, permission: Node, text: string): string[] {
  const { line } = placeOf(text, conditionOf(permission)?.start ?? -1);
  return permission.children
    .filter(({ kind }) => kind === "OperationId")
    .flatMap((names) => textOf(text, names).match(/\w+/g) ?? [])
    .flatMap((name) => COVERED[name] ?? [name])
    .filter((method) => new RegExp(` for '${method}' @ L${line}\\b`).test(message));
}

const conditionOf = (permission: Node): Node | undefined =>
  permission.children.find(({ kind }) => kind === "PermissionBody")?.children[0];

function sentences(permission: Node, methods: string, evaluation: Evaluation): string[] {
  const { text, outcomesOf } = evaluation;
  const condition = conditionOf(permission)!;
  const place = `${FILE}:${placeOf(text, permission.start).line}  `;
  if (textOf(text, condition) === "false") return [`${place}never allows ${methods}`];
  const outcome = outcomesOf(condition).find((one) => one !== true);
  // Where it was not asked, another `allow` was meant: a `set` may be a create or an update.
  if (outcome === undefined) return [];
  const margin = " ".repeat(place.length);
  return reasonsFor(condition, outcome, evaluation).flatMap((reason, n) => {
    const begin = n === 0 ? `${place}does not allow ${methods}, because` : `${margin}and because`;
    const found =
      reason.outcome === "error"
        ? whatFailed(reason, methods, evaluation)
        : whatStood(reason, evaluation);
    return [`${begin} ${chainOf(reason, text)}`, ...found.map((words) => `${margin}  ${words}`)];
  });
}

/** "isProduct() → isLine(after().name, 120) is false" */
function chainOf({ calls, expression, outcome }: Reason, text: string): string {
  const steps = [
    ...calls.map((call) => short(textOf(text, call), 60)),
    short(textOf(text, expression), 160),
  ];
  return `${steps.join(" → ")} is ${outcome === "error" ? "an error" : outcome}`;
}

/** On one line. */
function short(words: string, longest: number): string {
  const line = words
    .replace(/\s+/g, " ")
    .replaceAll("( ", "(")
    .replaceAll("/databases/$(database)/documents/", "…/");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** The smallest expression that could not be evaluated, and why not. */
function whatFailed(
  { expression }: Reason,
  methods: string,
  { text, failureOf }: Evaluation,
): string[] {
  const [smallest] = [...everyNode(expression)]
    .filter((node) => node.kind.endsWith("Expression") && failureOf(node))
    .sort((one, other) => one.end - one.start - (other.end - other.start));
  if (!smallest) return [];
  const words = short(textOf(text, smallest), 160);
  return [plain(words, failureOf(smallest)!, methods === "list")];
}

function plain(expression: string, { cause, at }: Failure, isQuery: boolean): string {
  if (cause === "Null value error.") return `${at} is null`;
  const [, missing] = /^Property (\S+) is undefined on object/.exec(cause) ?? [];
  // A query is let through for what it asks for, not for what it would find.
  if (missing) {
    return `${expression}: ${isQuery ? "the query does not say which" : "there is no"} ${missing}`;
  }
  if (!cause.startsWith("Service call error"))
    return `${expression}: ${cause.replace(/ Expected: .*/, "")}`;
  const names = [...cause.matchAll(/simple: "([^"]*)"/g)].map(([, name]) => name);
  return `${expression}: nothing is at ${names.slice(3).join("/")}, or it is one look-up too many`;
}

/** The values of what is compared or handed over; of the nearest call where none is known here. */
function whatStood({ calls, expression }: Reason, { text, valuesOf }: Evaluation): string[] {
  for (const node of [expression, ...calls.toReversed()]) {
    const known = partsOf(node).flatMap((part) => {
      const [words, [value, ...others]] = [short(textOf(text, part), 60), valuesOf(part)];
      const isPlain = value && others.length === 0 && !IS_LITERAL.test(words);
      return isPlain ? [`${words} is ${shown(value)}`] : [];
    });
    if (known.length > 0) return known;
  }
  return [];
}

const IS_LITERAL = /^['"[{\d]/;
const NAMES = ["MemberId", "KeywordId", "IsOperatorId", "LocalFunctionId", "ExpressionList"];

/** What an expression is made of; nothing of one that takes a field. */
const partsOf = (expression: Node): Node[] =>
  expression.kind === "MemberLookupSimpleExpression"
    ? []
    : [
        ...expression.children.filter(({ kind }) => !NAMES.includes(kind)),
        ...argumentsOf(expression),
      ].map(bare);
