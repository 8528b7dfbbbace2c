import assert from "node:assert/strict";
import { serialize, html as spaces } from "parse5";
import {
  attributeOf,
  type Element,
  elementsIn,
  insideOf,
  nodesIn,
  pageOf,
  rawText,
} from "./htmlPages.ts";

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** All that pages are made of; whatever else is in one was brought in. */
const ELEMENTS =
  words(`html head meta title link script style body a header h1 h2 h3 h4 h5 h6 p img nav ul
  ol li main article section div time footer br hr blockquote pre code em strong s b table thead tbody tr
  th td`);
/** And of an article's body. */
const BODY =
  words(`a h2 h3 h4 h5 h6 p img ul ol li br hr blockquote pre code em strong s table thead tbody
  tr th td`);
const ATTRIBUTES =
  words(`lang dir charset name content property rel href type title class id tabindex
  aria-label aria-labelledby aria-current src alt loading width height datetime start align`);
const BODY_ATTRIBUTES = words("href rel src alt loading id start align");
const ADDRESSES = words("href src");

/**
 * Fails if there is anything in a page that a browser would run, load, send or heed beside what the page
 * itself has: whether scripts are on or off, and when its tree is written and read again.
 */
export function assertHarmlessPage(html: string, styles: string): void {
  for (const scripting of [true, false]) {
    const page = pageOf(html, scripting);
    assertPage(elementsIn(page), styles);
    if (scripting) assert.equal(namesIn(pageOf(serialize(page))), namesIn(page));
    assert.ok(!nodesIn(page).some(({ nodeName }) => nodeName === "#comment"), "a comment");
  }
}

/** The same of the HTML of an article's body, wherever it is shown. */
export function assertHarmlessBody(html: string): void {
  const body = insideOf(html);
  for (const element of elementsIn(body)) {
    assert.ok(BODY.has(element.tagName), `<${element.tagName}>`);
    assertElement(element, BODY_ATTRIBUTES);
    const id = attributeOf(element, "id");
    assert.ok(id === undefined || id.startsWith("section-"), `id ${id}`);
    if (element.tagName === "img") assert.match(attributeOf(element, "src") ?? "", /^https:\/\//i);
  }
  assert.equal(namesIn(insideOf(serialize(body))), namesIn(body));
}

function assertPage(elements: readonly Element[], styles: string): void {
  for (const element of elements) {
    assert.ok(ELEMENTS.has(element.tagName), `<${element.tagName}>`);
    assertElement(element, ATTRIBUTES);
    if (element.tagName === "script") {
      assert.deepEqual(element.attrs, [{ name: "type", value: "application/ld+json" }]);
      JSON.parse(rawText(element));
    }
    if (element.tagName === "style") assert.equal(rawText(element), styles);
    if (element.tagName === "link") {
      assert.match(attributeOf(element, "rel") ?? "", /^(canonical|alternate|icon)$/);
    }
  }
  const count = (name: string) => elements.filter(({ tagName }) => tagName === name).length;
  assert.deepEqual(["style", "main", "h1", "title"].map(count), [1, 1, 1, 1]);
  assert.ok(count("script") <= 1, "another script");
  assert.equal(elements.at(-1)?.namespaceURI, spaces.NS.HTML);
}

function assertElement(element: Element, attributes: ReadonlySet<string>): void {
  assert.equal(element.namespaceURI, spaces.NS.HTML);
  for (const { name, value, prefix } of element.attrs) {
    assert.ok(attributes.has(name) && !prefix, `<${element.tagName} ${name}>`);
    if (!ADDRESSES.has(name)) continue;
    const { protocol } = new URL(value, "https://example.com/sites/the-long-table/here");
    const allowed = element.tagName === "a" ? /^(https?|mailto):$/ : /^https:$/;
    assert.match(protocol, allowed, `${name}="${value}"`);
  }
}

const namesIn = (node: Parameters<typeof elementsIn>[0]): string =>
  elementsIn(node)
    .map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(" ")}`)
    .join("\n");
