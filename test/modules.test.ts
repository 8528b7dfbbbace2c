import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../dev/paths.ts";
import { personalDataHolders } from "../functions/src/core/personalData.ts";
import * as backend from "../functions/src/index.ts";
import * as tables from "./access.ts";

const sources = join(root, "functions/src");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const files = (pattern: string) => globSync(pattern, { cwd: root });

/** The folders beside core. */
const modules = readdirSync(sources, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "core")
  .map(({ name }) => name);

const verbsOf = (module: string): string[] =>
  Object.entries(backend).flatMap(([name, verbs]) => (name === module ? Object.keys(verbs) : []));

/** What a module's folder in `place` imports from a folder beside it. */
const foreignImports = (place: string, folder: string): string[] =>
  files(`${place}/${folder}/**/*.{ts,tsx}`).flatMap((file) =>
    [...read(file).matchAll(/(?:from |import\()"(\.\.\/[^"]+)"/g)]
      .map(([, path = ""]) => join("/", file, "..", path).replace(`/${place}/`, ""))
      .filter((path) => !path.startsWith("core/") && !path.startsWith(`${folder}/`))
      .map((path) => `${file} imports ${path}`),
  );

describe("modules", () => {
  for (const module of modules) {
    describe(module, () => {
      it("has its schemas and an index of exports alone", () => {
        assert.ok(existsSync(join(sources, module, "schema.ts")));
        const lines = read(`functions/src/${module}/index.ts`).trim().split("\n");
        assert.deepEqual(
          lines.filter((line) => !line.startsWith("export {")),
          [],
        );
      });

      it("is one line of the map of the back end", () => {
        const line = `export * as ${module} from "./${module}/index.ts";`;
        assert.equal(read("functions/src/index.ts").split(line).length, 2);
      });

      it("says what it keeps about people, for export and deletion", () => {
        assert.match(
          read(`functions/src/${module}/personalData.ts`),
          /^export const personalData: PersonalData =/m,
        );
        assert.ok(personalDataHolders().has(module), "holdPersonalData in src/index.ts");
      });

      it("keeps a verb in the file of its name", () => {
        for (const verb of verbsOf(module)) {
          assert.match(
            read(`functions/src/${module}/${verb}.ts`),
            new RegExp(`export const ${verb} =`),
          );
        }
      });

      it("has a section in the rules, in the client, in the tests, in the documents, the seed and the tour", () => {
        assert.match(read("firestore.rules"), new RegExp(`^    // ── ${module} ─`, "m"));
        assert.ok(existsSync(join(root, `client/src/${module}.ts`)));
        assert.ok(files(`test/${module}/*.test.ts`).length > 0);
        assert.match(read("docs/architecture.md"), new RegExp(`^### ${module}$`, "m"));
        assert.match(read("docs/access.md"), new RegExp(`^## ${module}$`, "m"));
        assert.match(read("dev/tour/index.ts"), new RegExp(`from "./${module}.ts"`));
        assert.match(read("dev/seed/index.ts"), new RegExp(`from "./${module}/index.ts"`));
      });

      it("has its screens in the web app, and a journey through them in a browser", () => {
        assert.match(read("web/src/modules.ts"), new RegExp(`from "./${module}/index.ts"`));
        assert.match(read("dev/screens/index.ts"), new RegExp(`from "./${module}.ts"`));
        assert.ok(existsSync(join(root, `test/web/${module}.test.ts`)));
      });

      it("imports core and itself, no other module", () => {
        assert.deepEqual(foreignImports("functions/src", module), []);
        assert.deepEqual(foreignImports("web/src", module), []);
      });

      it("has its callables in the client", () => {
        assert.match(
          read("client/src/index.ts"),
          new RegExp(`callablesOf\\(functions, "${module}"`),
        );
      });
    });
  }

  it("are not known to core", () => {
    assert.deepEqual(foreignImports("functions/src", "core"), []);
  });

  it("leave nothing behind when deleted: no section, client, test or tour without its module", () => {
    const known = new Set([...modules, "core", "shared"]);
    const sections = [...read("firestore.rules").matchAll(/^ {4}\/\/ ── (\w+) ─/gm)].map(
      ([, name]) => name,
    );
    const exported = [...read("functions/src/index.ts").matchAll(/from "\.\/(\w+)\//g)].map(
      ([, name]) => name,
    );
    const tours = files("dev/tour/*.ts").map((file) => basename(file, ".ts"));
    const left = [
      ...sections,
      ...exported,
      ...tours.filter((name) => !["index", "narrator", "shown"].includes(name)),
      ...files("dev/seed/*/index.ts").map((file) => basename(join(file, ".."))),
      ...files("web/src/*/index.ts").map((file) => basename(join(file, ".."))),
      ...files("dev/screens/*.ts")
        .map((file) => basename(file, ".ts"))
        .filter((name) => !["index", "screen"].includes(name)),
      ...files("test/web/*.test.ts")
        .map((file) => basename(file, ".test.ts").replace(/[A-Z].*/, ""))
        .filter((name) => !["accessible", "size", "staff"].includes(name)),
      ...readdirSync(join(root, "test")).filter(
        (name) => !/\.ts$|^(support|dev|functions|web)$/.test(name),
      ),
    ].filter((name) => name !== undefined && !known.has(name));
    assert.deepEqual(left, []);
  });

  it("and the client agree on the region", () => {
    const [, region] = /region = "([a-z0-9-]+)"/.exec(read("functions/src/core/settings.ts")) ?? [];
    assert.ok(region && read("client/src/index.ts").includes(`region = "${region}"`));
  });

  it("hold application files that can be read in one go: none over 160 lines", () => {
    const long = files("{functions,client,web}/src/**/*.{ts,tsx}").filter(
      (file) => !file.endsWith("schema.ts") && read(file).split("\n").length > 160,
    );
    assert.deepEqual(long, []);
  });
});

describe("the tables of who may do what (test/<module>/access.ts)", () => {
  for (const module of ["core", ...modules]) {
    const { collections = [], callables = {} } =
      Object.entries(tables).find(([name]) => name === module)?.[1] ?? {};
    const paths = collections.map(({ path }) => path);

    it(`have every match of the rules for ${module}`, () => {
      const found = collectionsOf(module);
      assert.ok(found.length > 0);
      assert.deepEqual(
        found.filter((path) => !paths.includes(path)),
        [],
      );
    });

    it(`have every collection that the code of ${module} names`, () => {
      const kept = files(`functions/src/${module}/**/*.ts`).flatMap((file) =>
        [...read(file).matchAll(/\bdocuments\(\s*["`]([^"`]+)/g)].map(([, path = ""]) => path),
      );
      const known = paths.map((path) => alike(path.slice(0, path.lastIndexOf("/"))));
      assert.deepEqual(
        kept.filter((path) => !known.includes(alike(path))),
        [],
      );
    });

    it(`have every callable of ${module}, and the document names all else that runs`, () => {
      const functions = functionsOf(module);
      const called = functions.filter(({ isCalled }) => isCalled).map(({ name }) => name);
      assert.deepEqual(Object.keys(callables).sort(), called.sort());
      const access = read("docs/access.md");
      for (const { name } of functions) assert.ok(access.includes(`\`${name}\``), name);
    });
  }
});

/** What is deployed of a module; of core, what no module has. */
const functionsOf = (module: string) =>
  Object.entries(backend)
    .filter(([group]) => (module === "core" ? !modules.includes(group) : group === module))
    .flatMap(([group, verbs]) =>
      Object.entries(verbs).map(([verb, one]) => ({
        name: `${group}-${verb}`,
        isCalled: "stream" in one,
      })),
    );

/** A path whatever its wildcards are called, in rules and in code. */
const alike = (path: string): string => path.replace(/\$?\{\w+\}/g, "*");

/** The `match` paths of a module's section. */
function collectionsOf(module: string): string[] {
  const [, after = ""] = read("firestore.rules").split(
    new RegExp(`^    // ── ${module} ─.*$`, "m"),
  );
  const [section = ""] = after.split(/^ {4}\/\/ ── /m);
  return [...section.matchAll(/^ +match (\S+) \{$/gm)].map(([, path = ""]) => path.slice(1));
}
