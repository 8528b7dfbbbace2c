import assert from "node:assert/strict";
import { generated } from "../../dev/docs/index.ts";
import { read, written } from "../../dev/docs/written.ts";

describe("the documents", () => {
  for (const document of new Set(generated.map((one) => one.document))) {
    it(`say in ${document} what npm run docs makes of it`, async () => {
      const isFresh = read(document) === (await written(document, generated));
      assert.ok(isFresh, `${document} is stale: npm run docs`);
    });
  }
});
