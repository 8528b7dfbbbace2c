import type { ESTree } from "vite";

/** Another text in place of a part of a source file. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

type Node = ESTree.Node;
type Operation = { operator: string; left: Node };

/** What an operator is mistaken for: a boundary by one, a comparison the wrong way round, a sign. */
const MISTAKEN: Record<string, readonly string[]> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  ">>": ["<<"],
  "&&": ["||"],
  "||": ["&&"],
  "+=": ["-="],
  "-=": ["+="],
  "/=": ["*="],
  "*=": ["/="],
};

const SWAPPED: Record<string, string> = {
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  some: "every",
  every: "some",
  find: "findLast",
  findLast: "find",
  startsWith: "endsWith",
  endsWith: "startsWith",
  toUpperCase: "toLowerCase",
  toLowerCase: "toUpperCase",
  padStart: "padEnd",
  padEnd: "padStart",
  add: "subtract",
  subtract: "add",
};

/** What a list or a text stays without. */
const DROPPED = new Set([
  "filter",
  "slice",
  "sort",
  "toSorted",
  "toReversed",
  "trim",
  "replace",
  "replaceAll",
]);

/** The mistakes that could be made at a node itself, its children aside. */
export function editsOf(node: Node, parent: Node | undefined, source: string): Edit[] {
  const textOf = ({ start, end }: Node) => source.slice(start, end);
  const instead = (text: string): Edit => ({ start: node.start, end: node.end, text });
  switch (node.type) {
    case "BinaryExpression":
    case "AssignmentExpression":
      return operators(node, source);
    case "LogicalExpression": {
      const { left, right } = node;
      const swapped = operators(node, source).map((edit) => {
        const text = applied(source, edit).slice(node.start, node.end + edit.text.length - 2);
        return instead(isOperand(parent) ? `(${text})` : text);
      });
      return [...swapped, instead(textOf(left)), instead(textOf(right))];
    }
    case "UnaryExpression":
      return node.operator === "typeof" ? [] : [instead(textOf(node.argument))];
    case "ConditionalExpression":
    case "IfStatement":
      return ["true", "false"].map((text) => ({ ...rangeOf(node.test), text }));
    case "ExpressionStatement":
      return [instead(";")];
    case "ThrowStatement":
    case "ContinueStatement":
    case "BreakStatement":
      return [instead(";")];
    case "ArrayExpression":
      return without(node.elements as Node[], node, "[]");
    case "ObjectExpression":
      return without(node.properties, node, "{}");
    case "MemberExpression":
    case "CallExpression":
      return [...unguarded(node, source), ...(node.type === "CallExpression" ? called(node) : [])];
    case "TemplateLiteral":
      return [instead("``")];
    case "Literal":
      return literals(node).map(instead);
    default:
      return [];
  }

  function called({ callee }: ESTree.CallExpression): Edit[] {
    if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return [];
    const { name } = callee.property;
    const swap = SWAPPED[name];
    return [
      ...(swap ? [{ ...rangeOf(callee.property), text: swap }] : []),
      ...(DROPPED.has(name) ? [instead(textOf(callee.object))] : []),
    ];
  }
}

export const applied = (source: string, { start, end, text }: Edit): string =>
  source.slice(0, start) + text + source.slice(end);

const rangeOf = ({ start, end }: Node) => ({ start, end });

const isOperand = (parent: Node | undefined): boolean =>
  parent?.type === "LogicalExpression" || parent?.type === "BinaryExpression";

function operators(node: Operation, source: string): Edit[] {
  const start = source.indexOf(node.operator, node.left.end);
  const end = start + node.operator.length;
  return (MISTAKEN[node.operator] ?? []).map((text) => ({ start, end, text }));
}

/** A list as it is with nothing in it, and without each of its entries. */
function without(entries: readonly Node[], whole: Node, empty: string): Edit[] {
  if (entries.length === 0) return [];
  const each = entries.map(({ start, end }, index) => {
    const [previous, next] = [entries[index - 1], entries[index + 1]];
    if (next) return { start, end: next.start, text: "" };
    return { start: previous?.end ?? start, end, text: "" };
  });
  return [{ ...rangeOf(whole), text: empty }, ...(each.length > 1 ? each : [])];
}

/** `a?.b` as if `a` were always there. */
function unguarded(node: ESTree.MemberExpression | ESTree.CallExpression, source: string): Edit[] {
  if (!node.optional) return [];
  const before = node.type === "MemberExpression" ? node.object : node.callee;
  const start = source.indexOf("?.", before.end);
  const isNamed = node.type === "MemberExpression" && !node.computed;
  return [{ start, end: start + 2, text: isNamed ? "." : "" }];
}

function literals({ value, raw }: ESTree.Node & { type: "Literal" }): string[] {
  if (value instanceof RegExp) return expressions(raw ?? "");
  switch (typeof value) {
    case "number":
      return [String(value + 1), ...(value === 0 ? [] : [String(value - 1)])];
    case "bigint":
      return [`${value + 1n}n`, ...(value === 0n ? [] : [`${value - 1n}n`])];
    case "boolean":
      return [String(!value)];
    case "string":
      return [value === "" ? '"something"' : '""'];
    default:
      return [];
  }
}

/** A regular expression without its ends, and with each count moved by one. */
function expressions(raw: string): string[] {
  const found: string[] = [];
  if (raw.startsWith("/^")) found.push(raw.replace("/^", "/"));
  if (/\$\/\w*$/.test(raw)) found.push(raw.replace(/\$(\/\w*)$/, "$1"));
  for (const { 0: count, index } of raw.matchAll(/(?<=\{(?:\d+,)?)\d+/g)) {
    for (const other of [Number(count) + 1, Number(count) - 1]) {
      found.push(raw.slice(0, index) + other + raw.slice(index + count.length));
    }
  }
  return found;
}
