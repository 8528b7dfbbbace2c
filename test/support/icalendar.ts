import assert from "node:assert/strict";

/** A line of an iCalendar, as it was meant. */
export interface Property {
  name: string;
  parameters: string;
  value: string;
}

/** What stands between BEGIN and END. */
export interface Component {
  name: string;
  properties: Property[];
  parts: Component[];
}

const unfolded = (text: string): string[] => {
  const lines = text.split("\r\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, `more than 75 octets: ${line}`);
    assert.doesNotMatch(line, /[^\P{Cc}\t]/u, `a control character in ${JSON.stringify(line)}`);
    assert.ok(Buffer.from(line).toString() === line, "a character is torn apart");
  }
  return lines.join("\r\n").replaceAll("\r\n ", "").split("\r\n");
};

/** Reads an iCalendar (RFC 5545) strictly; fails where it is none. */
export function parseCalendar(text: string): Component {
  const root: Component = { name: "", properties: [], parts: [] };
  const open = [root];
  for (const line of unfolded(text)) {
    const [, name = "", parameters = "", value = ""] =
      /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^:;]+)*):(.*)$/s.exec(line) ?? assert.fail(`no line: ${line}`);
    const inner = open.at(-1) ?? assert.fail("more ends than beginnings");
    if (name === "BEGIN") {
      const part = { name: value, properties: [], parts: [] };
      inner.parts.push(part);
      open.push(part);
    } else if (name === "END") {
      assert.equal(open.pop()?.name, value);
    } else {
      inner.properties.push({ name, parameters: parameters.slice(1), value });
    }
  }
  assert.deepEqual([open.length, root.properties.length, root.parts.length], [1, 0, 1]);
  const [calendar] = root.parts;
  assert.equal(calendar?.name, "VCALENDAR");
  return calendar!;
}

/** The one property of a name; nothing where there is none. */
export function propertyOf(component: Component, name: string): Property | undefined {
  const [found, ...more] = component.properties.filter((property) => property.name === name);
  assert.deepEqual(more, [], `there are several ${name}`);
  return found;
}

/** What a text was before it was escaped. No comma or semicolon stands in it as it is. */
export function textOf(component: Component, name: string): string | undefined {
  const value = propertyOf(component, name)?.value;
  if (value === undefined) return undefined;
  assert.match(value, /^(?:[^\\;,]|\\[\\;,nN])*$/, `not escaped: ${value}`);
  return value.replace(/\\(.)/gs, (_, escaped) => (/n/i.test(escaped) ? "\n" : escaped));
}

/** The texts of a list, taken apart at commas that are not escaped. */
export const textsOf = (component: Component, name: string): string[] =>
  (propertyOf(component, name)?.value.match(/(?:[^\\,]|\\.)+/gs) ?? []).map((part) =>
    part.replace(/\\(.)/gs, (_, escaped) => (/n/i.test(escaped) ? "\n" : escaped)),
  );
