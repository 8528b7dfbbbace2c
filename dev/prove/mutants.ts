import { needs, type Part } from "../rules/needs.ts";
import { type Edit, type Match, type Ruleset, sectionAt } from "../rules/sections.ts";
import { everyNode, type Node, placeOf, textOf, within } from "../rules/syntax.ts";
import { isCondition, nameOf } from "./conditions.ts";

/** The rules with one thing in them that is wrong. */
export interface Mutant {
  /** Where, by name: "/users/{uid} allow create" or "isPaged()". */
  where: string;
  line: number;
  /** What is done to them: "move a bound". */
  operator: string;
  /** The term in which it is done, as it was and as it is then, on one line; nothing of one that is left out. */
  from: string;
  to: string;
  edit: Edit;
  section: string;
  /** On whose documents it may show. */
  matches: readonly Match[];
}

interface Operation extends Edit {
  operator: string;
  dropped?: Pick<Mutant, "from" | "to">;
}

const BOUNDS = /^(Logical(And|Or)Expression|PermissionBody|ReturnStatement)$/;

/** The term that a node is in, as it is before an edit and after it; the edit alone, where that is all of it. */
function inTerm(node: Node, edit: Edit, text: string): Pick<Mutant, "from" | "to"> {
  let term: Node | undefined = node;
  while (term && !BOUNDS.test(term.parent?.kind ?? "")) term = term.parent;
  const { start, end } = term && term.start <= edit.start && edit.end <= term.end ? term : edit;
  return {
    from: onOneLine(text.slice(start, end)),
    to: onOneLine(text.slice(start, edit.start) + edit.text + text.slice(edit.end, end)),
  };
}

/** Every mutant of the sections that are named, of all where none is. */
export function mutantsOf(ruleset: Ruleset, names: readonly string[] = []): Mutant[] {
  const { text, sections, matches, tree } = ruleset;
  const seen = new Set<string>();
  const mutants: Mutant[] = [];
  for (const node of everyNode(tree)) {
    const section = sectionAt(sections, node.start)?.name;
    if (section === undefined || (names.length > 0 && !names.includes(section))) continue;
    for (const edit of editsOf(node, text)) {
      const key = `${edit.start} ${edit.end} ${edit.text}`;
      if (seen.has(key) || text.slice(edit.start, edit.end) === edit.text) continue;
      seen.add(key);
      mutants.push({
        where: nameOf(node, text),
        line: placeOf(text, edit.start).line,
        operator: edit.operator,
        ...(edit.dropped ?? inTerm(node, edit, text)),
        edit,
        section,
        matches: matchesOf(node, matches),
      });
    }
  }
  return mutants;
}

const onOneLine = (words: string) => words.replace(/\s+/g, " ").trim();

function matchesOf(node: Node, matches: readonly Match[]): readonly Match[] {
  const declared = within(node, "FunctionDeclaration");
  if (declared) return matches.filter(({ functions }) => functions.has(declared));
  const home = within(node, "MatchRuleDeclaration");
  return matches.filter((match) => match.node === home);
}

// Mutation operators: DeMillo, Lipton, Sayward, "Hints on test data selection" (1978), for what rules have.
function editsOf(node: Node, text: string): Operation[] {
  const words = textOf(text, node);
  const replace = (operator: string, by: string, of: Node = node): Operation => ({
    operator,
    start: of.start,
    end: of.end,
    text: by,
  });
  const between = (operator: string, by: (sign: string) => string[]): Operation[] => {
    const [left, right] = node.children;
    if (!left || !right) return [];
    const sign = text.slice(left.end, right.start);
    return by(sign.trim()).map((other) => ({
      operator,
      start: left.end,
      end: right.start,
      text: sign.replace(sign.trim(), other),
    }));
  };

  switch (node.kind) {
    case "LogicalAndExpression":
    case "LogicalOrExpression":
      return dropTerm(node, text);
    case "EqualityExpression":
      return between("negate an equality", (sign) => [sign === "==" ? "!=" : "=="]);
    case "RelationalExpression":
      return between("move a bound", (sign) => NEIGHBOURS[sign] ?? []);
    case "AdditiveExpression":
      return between("swap + and -", (sign) => [sign === "+" ? "-" : "+"]);
    case "NotExpression":
      return [replace("drop a negation", words.slice(1))];
    case "TernaryExpression":
      return choices(node, text);
    case "PermissionBody": {
      const [condition] = node.children;
      if (!condition) return [];
      return [
        replace("allow always", "true", condition),
        replace("allow never", "false", condition),
      ];
    }
    case "PermissionDeclaration":
      return methods(node, text);
    case "ReturnStatement":
      return isCondition(node.children[0], text)
        ? ["true", "false"].map((by) => replace(`return ${by}`, by, node.children[0]))
        : [];
    case "ExprInExpression":
    case "ExprIsTypeIdExpression":
    case "MemberFunctionCallSimpleExpression":
      return isCondition(node, text) && node.parent?.parent?.kind !== "NotExpression"
        ? [replace("negate a condition", `!(${words})`)]
        : [];
    case "CaptureSegment":
      return within(node, "PathDecl") && !/database/.test(words) && grants(node, text)
        ? [replace("widen a path", words.replace("}", "=**}"))]
        : [];
    case "Literal":
      return literals(node, words).map((by) => replace("change a constant", by));
    case "ListSimpleExpression":
      return lists(node, text);
    case "MemberId":
      return (CALLS[words] ?? []).map((by) => replace(`${words} to ${by}`, by));
    case "LocalFunctionId":
      return node.parent?.kind === "FunctionDeclaration"
        ? []
        : (CALLS[words] ?? []).map((by) => replace(`${words} to ${by}`, by));
    default:
      return [];
  }
}

const NEIGHBOURS: Record<string, string[]> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
};

/** Whether a match, at one of its names, allows anything at all. */
const grants = (name: Node, text: string): boolean =>
  [...everyNode(within(name, "MatchRuleDeclaration")!)].some(
    ({ kind, children: [condition] }) =>
      kind === "PermissionBody" && textOf(text, condition) !== "false",
  );

/** What is easily written for something else. */
const CALLS: Record<string, string[]> = {
  hasOnly: ["hasAny"],
  hasAll: ["hasAny"],
  affectedKeys: ["changedKeys"],
  getAfter: ["get"],
  get: [],
  existsAfter: ["exists"],
  exists: ["existsAfter"],
  before: ["after"],
  after: ["before"],
};

/** Each term of a chain of && or || left out; the chain is taken as a whole, at its top. */
function dropTerm(node: Node, text: string): Operation[] {
  if (node.parent?.kind === node.kind) return [];
  const flat = (one: Node): Node[] => (one.kind === node.kind ? one.children.flatMap(flat) : [one]);
  const terms = flat(node);
  const isAnd = node.kind === "LogicalAndExpression";
  return terms.map((_, dropped) => ({
    operator: `drop a ${isAnd ? "con" : "dis"}junct`,
    dropped: { from: onOneLine(textOf(text, terms[dropped])), to: "" },
    start: node.start,
    end: node.end,
    text: terms
      .filter((_, n) => n !== dropped)
      .map((term) => textOf(text, term))
      .join(isAnd ? " && " : " || "),
  }));
}

function choices(node: Node, text: string): Operation[] {
  const [, yes, no] = node.children;
  return [yes, no].map((taken) => ({
    operator: "take one way always",
    start: node.start,
    end: node.end,
    text: `(${textOf(text, taken)})`,
  }));
}

const READS = ["get", "list"];
const WRITES = ["create", "update", "delete"];

/** One method more, of its kind, or one fewer. */
function methods(node: Node, text: string): Operation[] {
  const named = node.children.find(({ kind }) => kind === "OperationId");
  const words = textOf(text, named).split(/,\s*/);
  if (!named || words.includes("read") || words.includes("write")) return [];
  const kinds = [READS, WRITES].filter((kind) => kind.some((one) => words.includes(one)));
  const edit = (operator: string, methods: string[]): Operation => ({
    operator,
    start: named.start,
    end: named.end,
    text: methods.join(", "),
  });
  const condition = node.children.at(-1)?.children[0];
  const isNever = !condition || textOf(text, condition) === "false";
  if (isNever) return [];
  const isIdle = (one: string) =>
    (one === "list" && isOfOne(node)) || LACKS[one]?.some((part) => needs(text, condition, part));
  const wider = kinds.flat().filter((one) => !words.includes(one) && !isIdle(one));
  return [
    ...wider.map((one) => edit(`also allow ${one}`, [...words, one])),
    ...(words.length > 1 ? words : []).map((one) =>
      edit(
        `don't allow ${one}`,
        words.filter((other) => other !== one),
      ),
    ),
  ];
}

/** Whether a permission is of a document with a name of its own, which is never listed. */
const isOfOne = (permission: Node): boolean => {
  const names = within(permission, "MatchRuleDeclaration")?.children.find(
    ({ kind }) => kind === "PathDecl",
  );
  return names?.children.at(-1)?.kind !== "CaptureSegment";
};

/** What a method lacks: where that is needed, it is refused anyway. */
const LACKS: Record<string, Part[]> = {
  get: ["request.resource", "request.query"],
  list: ["request.resource"],
  create: ["resource"],
  update: [],
  delete: ["request.resource"],
};

function literals(node: Node, words: string): string[] {
  if (/^\d+$/.test(words)) return [String(Number(words) + 1), String(Number(words) - 1)];
  if (words === "true") return ["false"];
  if (words === "false") return ["true"];
  // What a field is called, what a pattern says.
  const isText = /^'.*'$/.test(words) && words !== "''";
  const isListed = within(node, "ListSimpleExpression", "PermissionBody", "ReturnStatement")?.kind;
  if (isText && isListed !== "ListSimpleExpression" && !within(node, "MapExpression")) {
    return patterns(words);
  }
  return [];
}

/** A pattern whose bounds are one further, either way; any other text, misspelt. */
function patterns(words: string): string[] {
  const bounds = [...words.matchAll(/\{(\d+),(\d+)\}|\{(\d+)\}/g)];
  if (bounds.length === 0) return /^'[\w ]+'$/.test(words) ? [words.replace(/'$/, "x'")] : [];
  return bounds.flatMap(({ 0: all, 1: low, 2: high, 3: only, index }) => {
    const put = (by: string) => words.slice(0, index) + by + words.slice(index + all.length);
    if (only !== undefined) return [put(`{${Number(only) + 1}}`), put(`{${Number(only) - 1}}`)];
    return [
      put(`{${low},${Number(high) + 1}}`),
      put(`{${low},${Number(high) - 1}}`),
      put(`{${Number(low) + 1},${high}}`),
      ...(Number(low) > 0 ? [put(`{${Number(low) - 1},${high}}`)] : []),
    ];
  });
}

function lists(node: Node, text: string): Operation[] {
  const items = node.children
    .flatMap((one) => (one.kind === "ExpressionList" ? one.children : [one]))
    .map((one) => textOf(text, one));
  const edit = (operator: string, left: readonly string[]): Operation => ({
    operator,
    start: node.start,
    end: node.end,
    text: `[${left.join(", ")}]`,
  });
  // Of a row of numbers the ends tell as much as all of them.
  const isRow = items.length > 9 && items.every((item) => /^\d+$/.test(item));
  const droppable = isRow ? items.slice(0, 1).concat(items.slice(-1)) : items;
  const isOfWords = items.length > 0 && items.every((item) => /^'/.test(item));
  return [
    ...(items.length > 1 ? droppable : []).map((item) =>
      edit(
        `drop ${item}`,
        items.filter((other) => other !== item),
      ),
    ),
    ...(isOfWords ? [edit("add 'canary'", [...items, "'canary'"])] : []),
  ];
}
