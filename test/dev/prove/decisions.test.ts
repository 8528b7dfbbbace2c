import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../dev/paths.ts";
import { mutantsOf } from "../../../dev/prove/decisions/mutants.ts";
import { Tester } from "../../../dev/prove/decisions/tester.ts";

const mutated = (source: string, names?: string[]) => mutantsOf(source, names).map(({ to }) => to);

describe("dev: mutants of what decides", () => {
  it("move a boundary by one and turn a comparison round", () => {
    assert.deepEqual(mutated("const isLow = (left: number) => left <= lowAt;"), [
      "const isLow = (left: number) => left < lowAt;",
      "const isLow = (left: number) => left > lowAt;",
    ]);
  });

  it("leave out either side of a condition, and take all of it for granted, and do nothing then", () => {
    assert.deepEqual(mutated("if (a || b) call(a);").toSorted(), [
      "if (a && b) call(a);",
      "if (a || b) ;",
      "if (a) call(a);",
      "if (b) call(a);",
      "if (false) call(a);",
      "if (true) call(a);",
    ]);
  });

  it("count one more and one less, and leave out each entry of a list", () => {
    const list = mutated('const uses = [2, "all"];');
    assert.deepEqual(list.toSorted(), [
      'const uses = ["all"];',
      'const uses = [1, "all"];',
      'const uses = [2, ""];',
      "const uses = [2];",
      'const uses = [3, "all"];',
      "const uses = [];",
    ]);
  });

  it("touch no type, no import and no error of ours", () => {
    const source = `import { a } from "./a.ts";
      type Kind = "one" | "two";
      const kind = a as "one";
      const broken = () => new Error("never");`;
    assert.deepEqual(mutated(source), []);
  });

  it("are of the declarations named alone, each of which there must be", () => {
    const source = "const one = 1;\nexport const two = () => 2;";
    assert.deepEqual(mutated(source, ["two"]), [
      "export const two = () => 3;",
      "export const two = () => 1;",
    ]);
    assert.throws(() => mutantsOf(source, ["three"]), /declares no three/);
  });

  it("are each another text that is to be read by itself", () => {
    const source = readFileSync(join(root, "functions/src/core/money.ts"), "utf8");
    const texts = mutantsOf(source).map((mutant) => mutant.source);
    assert.equal(new Set([source, ...texts]).size, texts.length + 1);
  });
});

describe("dev: the tests of what decides", () => {
  const file = join(root, "functions/src/core/refuse.ts");
  const source = readFileSync(file, "utf8");
  const trial = { file, tests: [join(root, "test/core/refuse.test.ts")], source };
  let tester: Tester;
  before(async () => {
    tester = await Tester.start(trial);
  });
  after(() => tester.end());

  it("notice another answer, and what can't be loaded, and nothing where all is as it was", async () => {
    assert.equal(await tester.notices(source), false);
    assert.equal(await tester.notices(source.replace("...about, reason", "...about")), true);
    assert.equal(await tester.notices("import './nowhere.ts';"), true);
    assert.equal(await tester.notices(source), false);
  });

  it("notice what never comes to an end, and go on", async () => {
    const endless = source.replace("throw new HttpsError", "for (;;); throw new HttpsError");
    assert.equal(await tester.notices(endless), true);
    assert.equal(await tester.notices(source), false);
  });

  it("must pass as things are", async () => {
    const wrong = { ...trial, source: source.replace("reason }", "}") };
    await assert.rejects(Tester.start(wrong), /don't pass as it is/);
  });
});
