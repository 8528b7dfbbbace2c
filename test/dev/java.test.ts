import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { candidates, checkJava, majorVersion } from "../../dev/preflight/java.ts";

let folder = "";

/** A program that says what `java -version` of that version would, and leaves a trace. */
function fakeJava(name: string, says: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\ntouch "$0.ran"\ncat >&2 <<'END'\n${says}\nEND\n`);
  chmodSync(path, 0o755);
  return path;
}

const wasRun = (path: string): boolean => existsSync(`${path}.ran`);

describe("dev: finding Java", () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kindling-java-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  describe("the version", () => {
    const outputs: [string, string, number | undefined][] = [
      ["Oracle 8", 'java version "1.8.0_202"\nJava(TM) SE Runtime Environment', 8],
      ["OpenJDK 8", 'openjdk version "1.8.0_392"\nOpenJDK Runtime Environment', 8],
      ["Oracle 7", 'java version "1.7.0_80"', 7],
      ["OpenJDK 9", 'openjdk version "9"', 9],
      ["OpenJDK 11", 'openjdk version "11.0.21" 2023-10-17 LTS', 11],
      ["Temurin 25", 'openjdk version "25.0.1" 2025-10-21 LTS\nOpenJDK ... Temurin-25.0.1+8', 25],
      ["an early access build", 'openjdk version "21-ea" 2023-09-19', 21],
      ["GraalVM", 'java version "21.0.1" 2023-10-17\nJava(TM) SE ... Oracle GraalVM 21.0.1', 21],
      ["a JVM with options", 'Picked up JAVA_TOOL_OPTIONS: -Xmx2g\nopenjdk version "21.0.9"', 21],
      ["a hundred and more", 'openjdk version "121.0.1"', 121],
      ["a stub that offers to install it", "No Java runtime present.", undefined],
      ["a program without a word", "", undefined],
      ["another program", "version 25.0.1", undefined],
    ];
    for (const [vendor, output, version] of outputs) {
      it(`of ${vendor} is ${version ?? "unknown"}`, () => {
        assert.equal(majorVersion(output), version);
      });
    }
  });

  describe("the places looked at", () => {
    const found = (environment: NodeJS.ProcessEnv) =>
      candidates(environment, folder)
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length + 1));

    it("are JAVA_HOME, then PATH in its order, then where tools install it, the newest first", () => {
      const installed = [
        ".sdkman/candidates/java/25.0.1-tem/bin/java",
        ".sdkman/candidates/java/21.0.1-tem/bin/java",
        ".jdks/temurin-25/bin/java",
        ".asdf/installs/java/temurin-25/bin/java",
        ".local/share/mise/installs/java/25/bin/java",
      ];
      for (const name of ["home/bin/java", "one/java", "two/java", ...installed.toReversed()]) {
        fakeJava(name, "");
      }
      const path = [join(folder, "two"), join(folder, "none"), join(folder, "one")];
      assert.deepEqual(found({ JAVA_HOME: join(folder, "home"), PATH: path.join(delimiter) }), [
        "home/bin/java",
        "two/java",
        "one/java",
        ...installed,
      ]);
    });

    it("are looked at once each", () => {
      fakeJava("home/bin/java", "");
      const bin = join(folder, "home/bin");
      const environment = { JAVA_HOME: join(folder, "home"), PATH: [bin, bin].join(delimiter) };
      assert.deepEqual(found(environment), ["home/bin/java"]);
    });

    it("are left out where there is no Java", () => {
      const environment = { JAVA_HOME: join(folder, "gone"), PATH: join(folder, "empty") };
      assert.deepEqual(found(environment), []);
      assert.deepEqual(found({}), []);
    });
  });

  describe("of several", () => {
    it("takes the first that is new enough and runs no further one", () => {
      const old = fakeJava("old/java", 'java version "1.8.0_202"');
      const oldest = fakeJava("right/java", 'openjdk version "21.0.1"');
      const newer = fakeJava("newer/java", 'openjdk version "25.0.1"');
      const check = checkJava([old, oldest, newer]);
      assert.deepEqual(check.found, { path: oldest, version: 21 });
      assert.equal(check.says, `21, ${oldest}`);
      assert.ok(wasRun(old) && !wasRun(newer));
    });

    it("all too old says which, and what to do", () => {
      const eight = fakeJava("8/java", 'java version "1.8.0_202"');
      const twenty = fakeJava("20/java", 'openjdk version "20.0.2"');
      const { found, says, remedy, required } = checkJava([eight, twenty]);
      assert.equal(found, undefined);
      assert.equal(says, `only Java 8 (${eight}), Java 20 (${twenty})`);
      assert.match(remedy, /Install Java 21 or newer/);
      assert.ok(required);
    });

    it("passes over what is no Java, can't be run, or says nothing", () => {
      const stub = fakeJava("stub/java", "No Java runtime present.");
      const locked = fakeJava("locked/java", 'openjdk version "25.0.1"');
      chmodSync(locked, 0o644);
      const java = fakeJava("java", 'openjdk version "25.0.1"');
      const paths = [stub, locked, join(folder, "gone/java"), folder, java];
      assert.deepEqual(checkJava(paths).found, { path: java, version: 25 });
    });

    it("none at all says so", () => {
      assert.deepEqual([checkJava([]).found, checkJava([]).says], [undefined, "not found"]);
      const stub = fakeJava("stub/java", "No Java runtime present.");
      assert.equal(checkJava([stub]).says, "not found");
    });
  });

  it("finds on this machine what the emulators run on", () => {
    const { found } = checkJava();
    assert.ok(found && found.version >= 21);
  });
});
