import { calledAt, functionName, scopeOf } from "./calls.ts";
import type { Evaluation, Outcome } from "./evaluation.ts";
import { everyNode, type Node, textOf } from "./syntax.ts";

/** Why a condition came to what it did. */
export interface Reason {
  /** The calls that lead to the expression, from the outside in. */
  calls: readonly Node[];
  expression: Node;
  outcome: Outcome;
}

/**
 * The smallest expressions that made `condition` come to `outcome`. A function that was asked more than
 * one thing is not looked into: what the emulator saw in it is of all that it was asked.
 */
export function reasonsFor(condition: Node, outcome: Outcome, evaluation: Evaluation): Reason[] {
  const { text, valuesOf, outcomesOf } = evaluation;

  const reasons = (within: Node, outcome: Outcome, calls: readonly Node[]): Reason[] => {
    const expression = bare(within);
    const here: Reason[] = [{ calls, expression, outcome }];
    const among = (parts: readonly Node[], ...outcomes: Outcome[]): Reason[] => {
      const found = parts.flatMap((part) =>
        outcomes
          .filter((one) => outcomesOf(part).includes(one))
          .flatMap((one) => reasons(part, one, calls)),
      );
      return found.length > 0 ? found : here;
    };
    switch (expression.kind) {
      case "LogicalAndExpression": {
        const parts = expression.children.filter((part) => outcomesOf(part).includes(outcome));
        // What comes after the first that is not true need not have been asked.
        return among(outcome === true ? parts : parts.slice(0, 1), outcome);
      }
      case "LogicalOrExpression":
        return among(expression.children, ...(outcome === "error" ? NOT_TRUE : [outcome]));
      case "NotExpression":
        return among(expression.children, outcome === "error" ? outcome : !outcome);
      case "TernaryExpression": {
        const [asked, ...sides] = expression.children as [Node, Node, Node];
        const answers = outcomesOf(asked);
        if (answers.length !== 1) return here;
        return answers[0] === "error"
          ? reasons(asked, "error", calls)
          : among([sides[answers[0] ? 0 : 1]!], outcome);
      }
      case "FunctionCallSimpleExpression": {
        const declared = declarationOf(expression, text);
        const result = declared && resultOf(declared);
        return result && isAskedOneThing(declared)
          ? reasons(result, outcome, [...calls, expression])
          : here;
      }
      default:
        return here;
    }
  };

  const isAskedOneThing = (declared: Node): boolean => {
    const asked = callsOf(declared, text)
      .filter((call) => valuesOf(call).length > 0)
      .map((call) => argumentsOf(call).map(asValues));
    return (
      new Set(asked.map((values) => JSON.stringify(values))).size === 1 &&
      !asked.flat().some(({ length }) => length > 1)
    );
  };

  const asValues = (argument: Node): readonly unknown[] => {
    const values = valuesOf(argument);
    return values.length > 0 ? values : [textOf(text, argument)];
  };

  return reasons(condition, outcome, []);
}

const NOT_TRUE: readonly Outcome[] = [false, "error"];

/** Without the parentheses around it. */
export function bare(expression: Node): Node {
  const [only] = expression.children;
  const isAround = /^(Primary|ParenSimple)Expression$/.test(expression.kind);
  return isAround && only ? bare(only) : expression;
}

export const argumentsOf = (call: Node): readonly Node[] =>
  call.children.find(({ kind }) => kind === "ExpressionList")?.children ?? [];

/** What a function returns, where it does nothing else. */
function resultOf(declared: Node): Node | undefined {
  const body = declared.children.find(({ kind }) => kind === "FunctionBody");
  return body?.children.find(({ kind }) => kind === "ReturnStatement")?.children[0];
}

function callsOf(declared: Node, text: string): Node[] {
  const scope = scopeOf(declared);
  return [...(scope ? everyNode(scope) : [])].filter(
    (node) =>
      node.kind === "FunctionCallSimpleExpression" && declarationOf(node, text) === declared,
  );
}

/** Of the function that a call means; nothing for those of the language. */
function declarationOf(call: Node, text: string): Node | undefined {
  const name = functionName(call);
  return name && calledAt(name, text);
}
