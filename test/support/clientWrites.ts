import { rulesetOf } from "../../dev/rules/sections.ts";
import { everyNode, type Node, textOf } from "../../dev/rules/syntax.ts";
import { rulesText } from "./rules.ts";

/** That clients may write documents of a `match` of the rules, on some condition. */
export interface ClientWrite {
  section: string;
  /** "/lists/{list}". */
  match: string;
  method: "create" | "update";
}

const conditionOf = ({ children }: Node): string =>
  textOf(rulesText, children.find(({ kind }) => kind === "PermissionBody")?.children[0]);

const methodsOf = ({ children }: Node): string[] =>
  children
    .filter(({ kind }) => kind === "OperationId")
    .flatMap((names) => textOf(rulesText, names).match(/\w+/g) ?? []);

/** All that the rules grant. */
export const clientWrites: readonly ClientWrite[] = rulesetOf(rulesText).matches.flatMap(
  ({ section, path, node }) => {
    const granted = [...everyNode(node)]
      .filter(({ kind }) => kind === "PermissionDeclaration")
      .filter((permission) => conditionOf(permission) !== "false")
      .flatMap(methodsOf);
    return (["create", "update"] as const)
      .filter((method) => granted.includes(method) || granted.includes("write"))
      .map((method) => ({ section, match: path, method }));
  },
);

/** Whether a document at `path` is of the `match`. */
export const isOf = (path: string, { match }: ClientWrite): boolean =>
  new RegExp(`^${match.replace(/\{\w+\}/g, "[^/]+")}$`).test(`/${path}`);
