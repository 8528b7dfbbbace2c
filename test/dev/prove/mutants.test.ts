import assert from "node:assert/strict";
import { mutantsOf } from "../../../dev/prove/mutants.ts";
import { edited, rulesetOf } from "../../../dev/rules/sections.ts";

const rulesOf = (...lines: string[]) =>
  rulesetOf(`rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    // ── shared ───
    function before() {
      return resource.data;
    }
    function after() {
      return request.resource.data;
    }
    function isSmall(value) {
      return value is int && value < 10;
    }
    // ── shop ───
    match /things/{thing} {
      ${lines.join("\n      ")}
    }
    // ── todos ───
    match /lists/{list} {
      allow get: if isSmall(before().size);
    }
  }
}
`);

const madeOf = (...lines: string[]): string[] =>
  mutantsOf(rulesOf(...lines), ["shop"]).map(({ from, to }) => `${from} → ${to}`);

describe("dev: the mutants of rules", () => {
  it("lack each term of a condition", () => {
    const made = madeOf(
      "allow get: if request.auth != null && before().open && before().kind is string;",
    );
    const [a, b, c] = ["request.auth != null", "before().open", "before().kind is string"];
    for (const term of [a, b, c]) assert.ok(made.includes(`${term} → `), term);
    for (const all of ["true", "false"]) {
      assert.ok(made.includes(`${a} && ${b} && ${c} → ${all}`), all);
    }
  });

  it("have bounds and constants one further, either way", () => {
    const made = madeOf("allow get: if before().size <= 50;");
    for (const one of ["< 50", "> 50", "<= 51", "<= 49"]) {
      assert.ok(made.includes(`before().size <= 50 → before().size ${one}`), one);
    }
    const patterns = madeOf("allow get: if before().name.matches('[a-z]{1,9}');");
    for (const by of ["{1,10}", "{1,8}", "{2,9}", "{0,9}"]) {
      const to = `before().name.matches('[a-z]${by}')`;
      assert.ok(patterns.includes(`before().name.matches('[a-z]{1,9}') → ${to}`), by);
    }
  });

  it("say the opposite, and look at the other document", () => {
    const made = madeOf("allow update: if after().owner == before().owner && !after().locked;");
    for (const one of [
      "after().owner == before().owner → after().owner != before().owner",
      "after().owner == before().owner → before().owner == before().owner",
      "after().owner == before().owner → after().owner == after().owner",
      "!after().locked → after().locked",
    ]) {
      assert.ok(made.includes(one), one);
    }
  });

  it("have a field more and a field fewer", () => {
    const made = madeOf("allow create: if after().keys().hasOnly(['name', 'size']);");
    for (const one of [
      "hasOnly(['size'])",
      "hasOnly(['name'])",
      "hasOnly(['name', 'size', 'canary'])",
      "hasAny(['name', 'size'])",
    ]) {
      const from = "after().keys().hasOnly(['name', 'size'])";
      assert.ok(made.includes(`${from} → after().keys().${one}`), one);
    }
  });

  it("allow a method more, but none that could not be let through anyway", () => {
    const made = madeOf("allow create: if after().size > 0;", "allow get: if before().open;");
    assert.ok(made.includes("create → create, update"));
    assert.ok(made.includes("get → get, list"));
    // There is no document to come.
    assert.ok(!made.includes("create → create, delete"));
  });

  it("are rules, each of them, and no other's section is in theirs", () => {
    const ruleset = rulesOf("allow get, list: if isSmall(before().size);");
    const mutants = mutantsOf(ruleset);
    assert.ok(mutants.length > 15);
    for (const { edit, section, matches } of mutants) {
      const mutated = rulesetOf(edited(ruleset.text, [edit]));
      assert.equal(mutated.matches.length, 2);
      if (section !== "shared")
        assert.deepEqual(new Set(matches.map((one) => one.section)), new Set([section]));
    }
  });

  it("show where a function is called from", () => {
    const ruleset = rulesOf("allow get: if true;");
    const bound = mutantsOf(ruleset, ["shared"]).find(({ to }) => to === "value < 11");
    assert.deepEqual(
      bound?.matches.map(({ path }) => path),
      ["/lists/{list}"],
    );
    assert.equal(bound?.where, "isSmall()");
  });
});
