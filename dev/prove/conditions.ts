import { type Node, textOf, within } from "../rules/syntax.ts";

/** Where something stands, by name: "/users/{uid} allow create" or "isPaged()". */
export function nameOf(node: Node, text: string): string {
  const home = within(node, "FunctionDeclaration", "PermissionDeclaration") ?? node;
  const match = within(home, "MatchRuleDeclaration");
  const path = textOf(
    text,
    match?.children.find(({ kind }) => kind === "PathDecl"),
  );
  const isTop = match && !within(match, "MatchRuleDeclaration");
  const at = isTop ? "" : `${path} `;
  if (home.kind === "FunctionDeclaration") return `${at}${textOf(text, home.children[0])}()`;
  return `${at}${textOf(text, home).split(":")[0]}`;
}

/** Whether an expression is true or false, as far as can be seen. */
export function isCondition(node: Node | undefined, text: string): boolean {
  if (!node) return false;
  const inner = node.kind === "PrimaryExpression" ? node.children[0] : node;
  if (!inner) return false;
  if (inner.kind === "MemberFunctionCallSimpleExpression") {
    return /\.(matches|hasOnly|hasAll|hasAny)\([\s\S]*\)$/.test(textOf(text, inner));
  }
  if (inner.kind === "FunctionCallSimpleExpression") {
    return /^(is|are|has|can|exists)/.test(textOf(text, inner));
  }
  return /^(Logical|Equality|Relational|Not|ExprIn|ExprIs)/.test(inner.kind);
}
