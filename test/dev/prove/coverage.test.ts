import assert from "node:assert/strict";
import { type Condition, gapsIn, lcovOf } from "../../../dev/prove/coverage.ts";

const condition = (fields: Partial<Condition>): Condition => ({
  section: "shop",
  where: "isSmall()",
  line: 7,
  column: 5,
  expression: "value < 10",
  yes: 3,
  no: 2,
  ...fields,
});
const oneSided = condition({ line: 9, expression: "value is int", no: 0 });

describe("dev: the coverage of rules", () => {
  it("names what a condition never came to, by line and column", () => {
    const never = condition({ line: 10, expression: "value > 0", yes: 0, no: 0 });
    assert.deepEqual(gapsIn([condition({}), oneSided, never]), [
      "firestore.rules:9:5  isSmall()  never false:  value is int",
      "firestore.rules:10:5  isSmall()  never true:  value > 0",
      "firestore.rules:10:5  isSmall()  never false:  value > 0",
    ]);
  });

  it("is told as lcov has it: two branches of each condition", () => {
    const lines = lcovOf([condition({}), oneSided]).split("\n");
    for (const line of ["BRDA:7,0,0,3", "BRDA:7,0,1,2", "BRDA:9,1,1,0", "BRF:4", "BRH:3", "LH:2"]) {
      assert.ok(lines.includes(line), line);
    }
  });
});
