import { type ESTree, parseSync } from "vite";
import { applied, type Edit, editsOf } from "./edits.ts";

/** A source file with one mistake in it. */
export interface Mutant {
  line: number;
  /** The lines that differ, in one, as they are and as they are in the mutant. */
  from: string;
  to: string;
  source: string;
}

type Node = ESTree.Node;

/**
 * Every file that differs from this one by a mistake in what it does: types, imports and the words of
 * errors that only a developer sees are left as they are. With `names`, only within those of its
 * declarations.
 */
export function mutantsOf(source: string, names?: readonly string[]): Mutant[] {
  const { program } = parseSync("mutated.ts", source);
  const found = new Set([source]);
  const mutants: Mutant[] = [];
  const isWanted = (node: Node) =>
    names === undefined || namesOf(node).some((n) => names.includes(n));
  for (const statement of program.body.filter(isWanted)) {
    for (const edit of editsWithin(statement, undefined, source)) {
      const mutated = applied(source, edit);
      if (found.has(mutated) || !isReadable(mutated)) continue;
      found.add(mutated);
      mutants.push({ ...shown(source, edit), source: mutated });
    }
  }
  const missing = names?.filter(
    (name) => !program.body.some((node) => namesOf(node).includes(name)),
  );
  if (missing?.length) throw new Error(`declares no ${missing.join(", ")}`);
  return mutants;
}

const isReadable = (source: string): boolean => parseSync("mutated.ts", source).errors.length === 0;

function* editsWithin(node: Node, parent: Node | undefined, source: string): Iterable<Edit> {
  yield* editsOf(node, parent, source);
  for (const child of childrenOf(node)) yield* editsWithin(child, node, source);
}

/** The nodes below a node that are there when it runs. */
function childrenOf(node: Node): Node[] {
  if (node.type === "ImportDeclaration") return [];
  if (node.type === "NewExpression" && isError(node.callee)) return [];
  if (node.type.startsWith("TS")) return "expression" in node ? [node.expression as Node] : [];
  return Object.entries(node)
    .filter(([key]) => !(key === "key" && "computed" in node && !node.computed))
    .flatMap(([, value]) => value as unknown)
    .filter(isNode);
}

const isError = (callee: Node): boolean => callee.type === "Identifier" && callee.name === "Error";

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;

/** What a statement at the top of a file declares. */
function namesOf(node: Node): string[] {
  if (node.type === "ExportNamedDeclaration")
    return node.declaration ? namesOf(node.declaration) : [];
  if (node.type === "FunctionDeclaration") return node.id ? [node.id.name] : [];
  if (node.type !== "VariableDeclaration") return [];
  return node.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
}

function shown(source: string, { start, end, text }: Edit): Omit<Mutant, "source"> {
  const first = source.lastIndexOf("\n", start - 1) + 1;
  const next = source.indexOf("\n", end);
  const last = next === -1 ? source.length : next;
  const inOne = (lines: string) => lines.replace(/\s+/g, " ").trim();
  return {
    line: source.slice(0, start).split("\n").length,
    from: inOne(source.slice(first, last)),
    to: inOne(source.slice(first, start) + text + source.slice(end, last)),
  };
}
