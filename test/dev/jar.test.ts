import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { manifestOnlyJar } from "../../dev/preflight/jar.ts";
import { checkJava } from "../../dev/preflight/java.ts";

interface Entry {
  name: string;
  content: Buffer;
}

/** Reads a ZIP as readers do: from its end, by the directory there. Stored entries alone. */
function entriesOf(zip: Buffer): Entry[] {
  const end = zip.length - 22;
  assert.equal(zip.readUInt32LE(end), 0x06054b50, "no end of the central directory");
  assert.deepEqual([zip.readUInt16LE(end + 4), zip.readUInt16LE(end + 6)], [0, 0]);
  assert.equal(zip.readUInt16LE(end + 20), 0, "a comment");
  const count = zip.readUInt16LE(end + 10);
  assert.equal(zip.readUInt16LE(end + 8), count);
  const directory = zip.readUInt32LE(end + 16);
  assert.equal(directory + zip.readUInt32LE(end + 12), end, "the directory ends elsewhere");

  const entries: Entry[] = [];
  let at = directory;
  for (let n = 0; n < count; n++) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50, "no directory entry");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    const local = zip.readUInt32LE(at + 42);
    assert.equal(zip.readUInt32LE(local), 0x04034b50, "no local header");
    // Version, flags, method, time, date, CRC, sizes and lengths stand in both, two bytes apart.
    assert.deepEqual(zip.subarray(local + 4, local + 30), zip.subarray(at + 6, at + 32));
    assert.equal(zip.readUInt16LE(at + 10), 0, "compressed");
    const [packed, size] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    assert.equal(packed, size);
    const start = local + 30 + nameLength! + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + size);
    assert.equal(crc32(content), zip.readUInt32LE(at + 16), "another checksum");
    entries.push({ name: zip.toString("latin1", at + 46, at + 46 + nameLength!), content });
    at += 46 + nameLength! + extra! + comment!;
  }
  assert.equal(at, end);
  return entries;
}

function manifestOf(jar: Buffer): string {
  const [manifest, ...others] = entriesOf(jar);
  assert.deepEqual(others, []);
  assert.equal(manifest?.name, "META-INF/MANIFEST.MF");
  return manifest?.content.toString("utf8") ?? "";
}

/** As the JAR File Specification has it: a line that begins with a space goes on the one before. */
const attributesOf = (manifest: string): Record<string, string> =>
  Object.fromEntries(
    manifest
      .replaceAll("\r\n ", "")
      .split("\r\n")
      .filter((line) => line !== "")
      .map((line) => line.split(/: (.*)/s).slice(0, 2)),
  );

const pathOf = (length: number) => `file:///${"0123456789".repeat(50)}`.slice(0, length);

describe("dev: a JAR that holds nothing but a manifest", () => {
  it("is a ZIP with one entry", () => {
    const manifest = manifestOf(manifestOnlyJar({ "Main-Class": "a.Main" }));
    assert.equal(manifest, "Manifest-Version: 1.0\r\nMain-Class: a.Main\r\n\r\n");
  });

  it("is the same for the same attributes", () => {
    const [one, other] = [manifestOnlyJar({ a: "b" }), manifestOnlyJar({ a: "b" })];
    assert.ok(one.equals(other));
  });

  for (const length of [1, 57, 58, 59, 60, 127, 128, 129, 130, 200, 201, 450]) {
    it(`folds a class path of ${length} characters into lines of 72 bytes at most`, () => {
      const attributes = { "Class-Path": pathOf(length), "Main-Class": "a.Main" };
      const manifest = manifestOf(manifestOnlyJar(attributes));
      for (const line of manifest.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 72, line);
      assert.deepEqual(attributesOf(manifest), { "Manifest-Version": "1.0", ...attributes });
    });
  }

  it("is understood by Java, also where a name goes over several lines", () => {
    const main = `no.such.${"a".repeat(150)}.Main`;
    const folder = mkdtempSync(join(tmpdir(), "kindling-jar-"));
    try {
      const jar = join(folder, "launcher.jar");
      writeFileSync(jar, manifestOnlyJar({ "Main-Class": main, "Class-Path": pathOf(300) }));
      const java = checkJava().found?.path ?? "";
      const { stderr } = spawnSync(java, ["-jar", jar], { encoding: "utf8" });
      assert.ok(stderr.includes(main), stderr);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
