import { SaxesParser } from "saxes";

/** An element of XML. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

/** Reads XML strictly (well-formed, with namespaces that are declared); fails where it is none. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  const add = (part: string) => {
    const inner = open.at(-1);
    if (inner) inner.text += part;
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(values), text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(text).close();
  const [element] = root.children;
  if (!element) throw new Error("there is no element");
  return element;
}

/** The elements of a name that are right in another. */
export const within = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The text of the first element of a name in another. */
export const textWithin = (element: XmlElement, name: string): string | undefined =>
  within(element, name)[0]?.text;
