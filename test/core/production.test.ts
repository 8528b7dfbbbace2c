import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { refuseDebugMode } from "../../functions/src/core/production.ts";

const start = join(import.meta.dirname, "../../functions/src/core/start.ts");

/** Starts the functions as production would, with `environment` on top. */
const startWith = (environment: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, [start], {
    env: { PATH: process.env.PATH, ...environment },
    encoding: "utf8",
  });

describe("core: the debug features of firebase-functions", () => {
  const settings = [
    { FIREBASE_DEBUG_MODE: "true" },
    { FIREBASE_DEBUG_FEATURES: '{"skipTokenVerification":true}' },
    { FIREBASE_DEBUG_MODE: "true", FIREBASE_DEBUG_FEATURES: "{}" },
    { FIREBASE_DEBUG_MODE: "" },
  ];
  for (const debug of settings) {
    const names = Object.keys(debug).join(" and ");

    it(`${names} (${Object.values(debug)}): nothing starts with it in production`, () => {
      assert.throws(
        () => refuseDebugMode(debug),
        ({ message }: Error) => Object.keys(debug).every((name) => message.includes(name)),
      );
      assert.throws(() => refuseDebugMode({ ...debug, FUNCTIONS_EMULATOR: "false" }));
    });

    it(`${names} (${Object.values(debug)}): the emulator may, and discovery before a deploy`, () => {
      refuseDebugMode({ ...debug, FUNCTIONS_EMULATOR: "true" });
      refuseDebugMode({ ...debug, FUNCTIONS_CONTROL_API: "true" });
    });
  }

  it("stop nothing where they are off", () => {
    refuseDebugMode({});
    refuseDebugMode({ FIREBASE_CONFIG: "{}", DEBUG: "*" });
  });

  it("keep the functions themselves from starting", () => {
    assert.equal(startWith({}).status, 0);
    const { status, stderr } = startWith({ FIREBASE_DEBUG_MODE: "true" });
    assert.notEqual(status, 0);
    assert.match(stderr, /Remove FIREBASE_DEBUG_MODE/);
  });
});
