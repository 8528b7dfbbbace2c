import { calledAt } from "./calls.ts";
import { type Node, textOf } from "./syntax.ts";

/** What a request has by its method: a read has no document to come, a creation none before. */
export type Part = "request.resource" | "resource" | "request.query";

/**
 * Whether a condition can hold only where a request has a part: without it, what asks for that raises an
 * error, and an error is a refusal. It may answer no where the answer is yes.
 */
export function needs(text: string, condition: Node, part: Part): boolean {
  const words = textOf(text, condition);
  const each = condition.children;
  const all = (nodes: readonly Node[]) => nodes.length > 0 && nodes.every((one) => ask(one));
  const ask = (node: Node): boolean => needs(text, node, part);
  switch (condition.kind) {
    case "LogicalOrExpression":
      return all(each);
    case "TernaryExpression":
      return each.slice(0, 1).some(ask) || all(each.slice(1));
    case "FunctionCallSimpleExpression": {
      const called = each[0] && calledAt(each[0], text);
      const body = called?.children.find(({ kind }) => kind === "FunctionBody");
      return each.slice(1).some(ask) || (body !== undefined && ask(body));
    }
    case "MemberLookupSimpleExpression":
      return words === part || words.startsWith(`${part}.`) || each.some(ask);
    // "resource == null" asks for it, too, and is none the worse.
    case "VariableSimpleExpression":
      return part === "resource" && words === part && isLookedInto(condition);
    default:
      return each.some(ask);
  }
}

const isLookedInto = ({ parent }: Node): boolean => parent?.kind === "MemberLookupSimpleExpression";
