import assert from "node:assert/strict";
import { checkNode } from "../../dev/preflight/node.ts";

describe("dev: Node", () => {
  it("24 is the right one, whatever the rest of its version", () => {
    for (const version of ["v24.0.0", "v24.21.0", "v24.0.0-nightly"]) {
      const { found, says } = checkNode(version);
      assert.equal(found, version);
      assert.ok(says.startsWith(version));
    }
  });

  it("of another version is refused, with what to do", () => {
    for (const version of ["v20.20.2", "v22.0.0", "v2.24.0", "v25.0.0", "v240.0.0", "24.0.0", ""]) {
      const { found, says, remedy, required } = checkNode(version);
      assert.equal(found, undefined, version);
      assert.ok(says.startsWith(version));
      assert.match(remedy, /npm start/);
      assert.ok(required);
    }
  });

  it("that runs this is the right one", () => {
    assert.equal(checkNode().found, process.version);
  });
});
