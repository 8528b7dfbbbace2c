import assert from "node:assert/strict";
import { putRules, rulesText } from "../support/rules.ts";

const project = `demo-rules-lint-${process.pid}`;
const lines = rulesText.split("\n");

/** The numbers of the lines that `isOdd` finds, counted from 1. */
const linesWhere = (isOdd: (line: string, above: string) => boolean): number[] =>
  lines.flatMap((line, index) => (isOdd(line, lines[index - 1] ?? "") ? [index + 1] : []));

describe("core: the text of the rules", () => {
  it("gives the emulator nothing to remark on", async () => {
    const issues = await putRules(project, rulesText);
    const remarks = issues.map(
      ({ description, sourcePosition: { line } }) => `line ${line}: ${description}`,
    );
    assert.deepEqual(remarks, []);
  });

  it("would have the emulator remark on a function that does not exist", async () => {
    const misspelt = rulesText.replace("if isUser(uid)", "if isUsr(uid)");
    const issues = await putRules(project, misspelt);
    assert.match(issues.map(({ description }) => description).join(), /isUsr/);
  });

  it("opens no path with a wildcard over several segments", () => {
    assert.deepEqual(
      linesWhere((line) => /=\s*\*\*/.test(line)),
      [],
    );
  });

  it("allows nothing without a condition, but to get a document by its name", () => {
    assert.deepEqual(
      linesWhere(
        (line) =>
          /^\s*allow\b/.test(line) &&
          !/^\s*allow ([a-z, ]+: if (?!true\b)|get: if true;)/.test(line),
      ),
      [],
    );
  });

  it("says above each collection, in a comment, who may do what", () => {
    const undescribed = linesWhere(
      (line, above) => /^ {4}match /.test(line) && !/^ {4}\/\/ \S/.test(above),
    );
    assert.deepEqual(
      undescribed.map((number) => lines[number - 1]?.trim()),
      [],
    );
  });

  it("gives each path one section", () => {
    const paths = lines.flatMap((line) => line.match(/^\s*match (\S+)/)?.[1] ?? []);
    const shapes = paths.map((path) => path.replace(/\{\w+\}/g, "{}"));
    assert.equal(new Set(shapes).size, shapes.length);
  });
});
