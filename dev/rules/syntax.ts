import { parseForESLint } from "@firebase/eslint-plugin-security-rules/parser";

/** What the official grammar makes of a piece of rules: its kind, where it stands, what it is made of. */
export interface Node {
  /** As the grammar has it, "PermissionDeclaration". */
  kind: string;
  /** Offsets into the text: `[start, end)`. */
  start: number;
  end: number;
  parent: Node | undefined;
  children: readonly Node[];
}

interface Parsed {
  constructor: { name: string };
  start?: { start: number };
  stop?: { stop: number };
  children?: Parsed[];
}

/** The tree of a text of rules; throws where it is none. */
export function parseRules(text: string): Node {
  const { services } = parseForESLint(text, {}) as unknown as { services: { tree: Parsed } };
  return nodeOf(services.tree, undefined);
}

function nodeOf(parsed: Parsed, parent: Node | undefined): Node {
  const node: Node & { children: Node[] } = {
    kind: parsed.constructor.name.replace(/Context$/, ""),
    start: parsed.start?.start ?? 0,
    end: (parsed.stop?.stop ?? -1) + 1,
    parent,
    children: [],
  };
  // What has no children is a token: it is known by the text between its neighbours.
  for (const child of parsed.children ?? []) {
    if (child.children) node.children.push(nodeOf(child, node));
  }
  return node;
}

/** A node and all below it, from the top. */
export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}

export const textOf = (text: string, node: Node | undefined): string =>
  node ? text.slice(node.start, node.end) : "";

/** The nearest node above that is of one of these kinds. */
export function within(node: Node, ...kinds: string[]): Node | undefined {
  let above = node.parent;
  while (above && !kinds.includes(above.kind)) above = above.parent;
  return above;
}

export interface Place {
  /** Both counted from 1. */
  line: number;
  column: number;
}

export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
