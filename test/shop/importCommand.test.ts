import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../dev/paths.ts";
import { environmentOfProject } from "../../dev/target.ts";
import { products } from "../../functions/src/shop/schema.ts";
import { clearFirestore } from "../support/firestore.ts";
import { elsewhere, run } from "../support/run.ts";

describe("shop: the import command", () => {
  const folder = elsewhere();
  const header = "product,name,category,sku,price";
  beforeEach(() => clearFirestore());

  const imports = async (name: string, content: string | Buffer, ...flags: string[]) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return run(root, process.execPath, "dev/import/shop.ts", file, ...flags);
  };

  it("imports the example, and ends well", async () => {
    const example = join(root, "dev/seed/shop/example-catalogue.csv");
    const dry = await run(root, process.execPath, "dev/import/shop.ts", example, "--dry-run");
    assert.equal(dry.status, 0, dry.stderr);
    assert.match(dry.stdout, /6 created.*nothing was written/);
    assert.equal((await products.get()).size, 0);
    const { status, stdout } = await run(root, process.execPath, "dev/import/shop.ts", example);
    assert.equal(status, 0);
    assert.match(stdout, /Writing to the local platform/);
    assert.match(stdout, /6 created, 0 updated, 0 unchanged\. Products: 4\. Faults: 0\./);
    assert.equal((await products.get()).size, 4);
  });

  it("prints faults by file, line and field, imports the rest and ends with 1", async () => {
    const rows = "tea,Tea,drinks,tea-1,free\ntea,Tea,drinks,tea-2,1";
    const csv = await imports("mine.csv", `${header}\n${rows}`);
    assert.equal(csv.status, 1);
    assert.match(csv.stdout, /^mine\.csv:2 {2}price {2}must be an amount/m);
    assert.match(csv.stdout, /1 created/);
    const json = await imports("mine.json", '[{ "product": "Te\\u001b[2Ja", "\\u001b[2J": 1 }]');
    assert.match(json.stdout, /^mine\.json:row 1 {2}product {2}must be/m);
    assert.ok(!json.stdout.includes("\u001b"));
  });

  for (const [name, content, words] of [
    ["bad.csv", "product;nam\n", /Line 1: .*not known: "nam"/],
    ["ansi.csv", Buffer.from(`${header}\ntea,K\xE4se,x,y,1`, "latin1"), /not UTF-8.*CSV UTF-8/],
    ["mine.xlsx", "", /must end in \.csv or \.json/],
  ] as const) {
    it(`refuses ${name} in one sentence`, async () => {
      const { status, stdout, stderr } = await imports(name, content);
      assert.equal(status, 1);
      assert.match(stderr, words);
      assert.doesNotMatch(stdout + stderr, /\n {4}at /);
    });
  }

  it("for a real project leads nowhere else, whatever the shell has set", () => {
    const shell = {
      PATH: "/bin",
      FIRESTORE_EMULATOR_HOST: "127.0.0.1:8080",
      GCLOUD_PROJECT: "other",
      GOOGLE_CLOUD_PROJECT: "other",
      FIREBASE_CONFIG: '{"projectId":"other"}',
    };
    assert.deepEqual(environmentOfProject("my-shop", shell), {
      PATH: "/bin",
      GOOGLE_CLOUD_PROJECT: "my-shop",
      FIREBASE_CONFIG: '{"projectId":"my-shop"}',
    });
  });
});
