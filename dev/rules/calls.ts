import { type Node, textOf, within } from "./syntax.ts";

/**
 * The function that a name means where it stands: the innermost of that name in sight. Nothing for those of
 * the language.
 */
export function calledAt(name: Node, text: string): Node | undefined {
  const called = textOf(text, name);
  for (let scope = scopeOf(name); scope; scope = scopeOf(scope)) {
    const found = functionsIn(scope).find((one) => textOf(text, functionName(one)) === called);
    if (found) return found;
  }
  return undefined;
}

/** The name in a call or in a declaration of a function. */
export const functionName = (node: Node): Node | undefined =>
  node.children.find(({ kind }) => kind === "LocalFunctionId");

/** What the names of functions are in sight in. */
export const scopeOf = (node: Node): Node | undefined => within(node, "MatchRuleDeclaration");

const functionsIn = (scope: Node): Node[] =>
  scope.children
    .flatMap((statement) => statement.children)
    .filter(({ kind }) => kind === "FunctionDeclaration");
