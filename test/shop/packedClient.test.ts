import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../dev/paths.ts";
import { running } from "../support/firestore.ts";
import { elsewhere, mustRun, run } from "../support/run.ts";

const right = (functions: string) => `
import { initializeApp } from "firebase/app";
import { connectFunctionsEmulator, getFunctions } from "firebase/functions";
import { connect, KindlingError, type Order } from "kindling-client";

const app = initializeApp({ projectId: "${running.project}", apiKey: "local" });
connectFunctionsEmulator(getFunctions(app, "europe-west1"), "127.0.0.1", ${functions.split(":")[1]});
const { shop } = connect(app);

const quoted = await shop.call.quote({ lines: [{ sku: "pour-over-kettle", quantity: 2 }], country: "NL" });
const total: number = quoted.totals.total;
const state: Order["state"] = "pending_payment";
console.log(JSON.stringify({ total, state, name: quoted.lines[0]?.name }));
try {
  await shop.call.quote({ lines: [], country: "NL" });
} catch (error) {
  if (!(error instanceof KindlingError)) throw error;
  console.log(JSON.stringify({ code: error.code, reason: error.reason }));
}
process.exit(0);
`;

const wrong = `
import { initializeApp } from "firebase/app";
import { connect, type Product } from "kindling-client";
const { shop } = connect(initializeApp({ projectId: "x" }));
await shop.call.quote({ lines: [{ sku: 1, quantity: 2 }], country: "NL" });
await shop.call.quote({ lines: [], country: "Atlantis" });
await shop.call.plaecOrder({});
await shop.call.placeOrder({ lines: [] });
export const price: string = (await shop.call.quote({ lines: [], country: "DE" })).totals.total;
export const draft: Partial<Product> = { prize: 1 };
`;

const options = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    lib: ["esnext", "dom"],
    strict: true,
    noEmit: false,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    skipLibCheck: false,
  },
};

describe("client: installed by an app of its own", function () {
  this.timeout(120_000);
  const app = elsewhere();
  const tsc = join(root, "node_modules/.bin/tsc");

  before(async () => {
    const { version } = JSON.parse(
      readFileSync(join(root, "node_modules/firebase/package.json"), "utf8"),
    );
    const packed = await mustRun(
      join(root, "client"),
      "npm",
      "pack",
      "--silent",
      "--pack-destination",
      app,
    );
    writeFileSync(
      join(app, "package.json"),
      '{ "name": "an-app", "private": true, "type": "module" }',
    );
    writeFileSync(join(app, "tsconfig.json"), JSON.stringify(options));
    const archive = `./${packed.trim().split("\n").at(-1)}`;
    await mustRun(
      app,
      "npm",
      "install",
      "--ignore-scripts",
      "--prefer-offline",
      archive,
      `firebase@${version}`,
    );
  });

  it("makes a right call a result, and a refusal an error with code and reason", async () => {
    writeFileSync(join(app, "right.ts"), right(running.hosts.functions));
    await mustRun(app, tsc, "-p", ".");
    const printed = (await mustRun(app, process.execPath, "right.js")).trim().split("\n");
    assert.deepEqual(
      printed.map((line) => JSON.parse(line)),
      [
        { total: 14278, state: "pending_payment", name: "Pour-over kettle" },
        { code: "invalid-argument", reason: "invalid-input" },
      ],
    );
  });

  it("makes each wrong call an error of the compiler", async () => {
    writeFileSync(join(app, "wrong.ts"), wrong);
    const { stdout } = await run(app, tsc, "-p", ".", "--noEmit");
    const lines = [...stdout.matchAll(/^wrong\.ts\((\d+),/gm)].map(([, line]) => Number(line));
    assert.deepEqual([...new Set(lines)], [5, 6, 7, 8, 9, 10], stdout);
  });
});
