import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { commandOf, know, leftOf } from "../../dev/processes.ts";

describe("dev: processes", () => {
  it("are the ones that were known as long as they have their command line, and no others", async () => {
    const waits = "setTimeout(() => {}, 60_000)";
    const child = spawn(process.execPath, ["-e", waits], { stdio: "ignore" });
    const pid = child.pid ?? 0;
    await once(child, "spawn");
    const known = know([pid]);
    assert.match(commandOf(pid), /setTimeout/);
    assert.deepEqual(leftOf(known), [pid]);
    assert.deepEqual(leftOf(new Map([[pid, "what had this number before"]])), []);
    assert.deepEqual(leftOf(new Map([[pid, ""]])), []);
    child.kill("SIGKILL");
    await once(child, "exit");
    assert.deepEqual(leftOf(known), []);
  });
});
