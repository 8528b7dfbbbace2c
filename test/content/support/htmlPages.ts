import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser takes it; `scripting`: as one with scripts on, which is another tree. */
export const pageOf = (html: string, scripting = true) =>
  parse(html, { scriptingEnabled: scripting });

/** The inside of an element, as a browser takes it. */
export const insideOf = (html: string) => parseFragment(html);

/** Everything in a tree, in the order in which it stands there; what is in templates, too. */
export function nodesIn(node: Node): Node[] {
  const inside = "content" in node ? [node.content] : [];
  const children = "childNodes" in node ? node.childNodes : [];
  return [...inside, ...children].flatMap((child) => [child, ...nodesIn(child)]);
}

export const elementsIn = (node: Node): Element[] =>
  nodesIn(node).filter((found): found is Element => "tagName" in found);

/** All elements of a name, those alone that have the attributes given. */
export const all = (node: Node, name: string, having: Record<string, string> = {}): Element[] =>
  elementsIn(node).filter(
    (element) =>
      element.tagName === name &&
      Object.entries(having).every(([key, value]) => attributeOf(element, key) === value),
  );

/** The one element of a name; fails if there is another, or none. */
export function one(node: Node, name: string, having: Record<string, string> = {}): Element {
  const [found, ...more] = all(node, name, having);
  if (!found || more.length > 0) throw new Error(`${found ? "several" : "no"} ${name} there`);
  return found;
}

export const attributeOf = (element: Element, attribute: string): string | undefined =>
  element.attrs.find(({ name }) => name === attribute)?.value;

/** What stands in an element, as it stands there. */
export const rawText = (node: Node): string =>
  [node, ...nodesIn(node)].map((found) => ("value" in found ? found.value : "")).join("");

/** What can be read in an element: blanks are one, and a line begins where a `br` is. */
export const textIn = (node: Node): string =>
  [node, ...nodesIn(node)]
    .map((found) => {
      if ("tagName" in found && found.tagName === "br") return "\n";
      return "value" in found ? found.value.replace(/\s+/g, " ") : "";
    })
    .join("")
    .replace(/ +/g, " ")
    .trim();

/** What a page tells networks and search engines: the content of its `meta` elements, by their name. */
export const metaOf = (node: Node, name: string): (string | undefined)[] =>
  all(node, "meta")
    .filter((meta) => [attributeOf(meta, "property"), attributeOf(meta, "name")].includes(name))
    .map((meta) => attributeOf(meta, "content"));
