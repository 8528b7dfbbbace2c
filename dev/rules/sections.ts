import { calledAt } from "./calls.ts";
import { everyNode, type Node, parseRules, textOf, within } from "./syntax.ts";

/** `firestore.rules`, taken apart: its sections, its matches, and which of its functions each match calls. */
export interface Ruleset {
  text: string;
  tree: Node;
  sections: readonly Section[];
  matches: readonly Match[];
}

/** What stands below `// ── shop ──`, up to the next such line. */
export interface Section {
  name: string;
  start: number;
  end: number;
}

export interface Match {
  /** "/products/{product}/reviews/{uid}" */
  path: string;
  section: string;
  node: Node;
  /** The functions that its conditions call, and that those call, … */
  functions: ReadonlySet<Node>;
}

export function rulesetOf(text: string): Ruleset {
  const tree = parseRules(text);
  const sections = sectionsOf(text);
  const matches = [...everyNode(tree)]
    .filter((node) => node.kind === "MatchRuleDeclaration" && within(node, "MatchRuleDeclaration"))
    .map((node) => ({
      path: textOf(
        text,
        node.children.find(({ kind }) => kind === "PathDecl"),
      ),
      section: sectionAt(sections, node.start)?.name ?? "",
      node,
      functions: reachedFrom(node, text),
    }));
  return { text, tree, sections, matches };
}

export const sectionAt = (sections: readonly Section[], offset: number): Section | undefined =>
  sections.find(({ start, end }) => start <= offset && offset < end);

/** An edit of a text: `[start, end)` gives way to other words. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A text with edits, of which none is in another. */
export const edited = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (words, { start, end, text: by }) => words.slice(0, start) + by + words.slice(end),
      text,
    );

/** Takes all but some matches out of the rules: they are independent of each other. */
export function withoutOthers(
  { sections, matches }: Ruleset,
  needed: ReadonlySet<Match>,
  home: string,
): Edit[] {
  const names = new Set(["shared", home, ...[...needed].map(({ section }) => section)]);
  const others = sections.filter(({ name }) => !names.has(name));
  const idle = matches.filter((match) => names.has(match.section) && !needed.has(match));
  return [...others, ...idle.map(({ node }) => node)].map(({ start, end }) => ({
    start,
    end,
    text: "",
  }));
}

function sectionsOf(text: string): Section[] {
  const heads = [...text.matchAll(/^ {4}\/\/ ── (\w+) ─+$/gm)];
  const end = text.lastIndexOf("}", text.lastIndexOf("}") - 1);
  return heads.map(({ 1: name = "", index }, n) => ({
    name,
    start: index,
    end: heads[n + 1]?.index ?? text.lastIndexOf("\n", end) + 1,
  }));
}

function reachedFrom(match: Node, text: string): Set<Node> {
  const reached = new Set<Node>();
  const follow = (node: Node) => {
    for (const one of everyNode(node)) {
      const called = one.kind === "LocalFunctionId" && one.parent !== node && calledAt(one, text);
      if (!called || reached.has(called)) continue;
      reached.add(called);
      follow(called);
    }
  };
  for (const node of everyNode(match)) if (node.kind === "PermissionBody") follow(node);
  return reached;
}
