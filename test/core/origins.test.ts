import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { callable } from "../../functions/src/core/callable.ts";
import { Staff } from "../../functions/src/core/roles.ts";

describe("core: a callable in a browser", () => {
  let server: Server;
  let url: string;

  before(async () => {
    const functions = createRequire(new URL("../../functions/package.json", import.meta.url));
    const express = functions("express") as () => RequestListener & { use(one: unknown): void };
    const app = express();
    app.use(callable({ access: "anyone", input: Staff }, async () => "hello"));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  after(() => server.close());
  afterEach(() => {
    delete process.env.ALLOWED_ORIGINS;
  });

  /** The origin that a preflight from `origin` is told may call, or null. */
  async function allowedFor(origin: string, setting: string | undefined): Promise<string | null> {
    if (setting !== undefined) process.env.ALLOWED_ORIGINS = setting;
    const headers = { origin, "access-control-request-method": "POST" };
    const { headers: answer } = await fetch(url, { method: "OPTIONS", headers });
    return answer.get("access-control-allow-origin");
  }

  const ours = "https://shop.example.com";
  const theirs = "https://evil.example.com";

  it("may be called from an origin that the setting names, and from no other", async () => {
    for (const setting of [JSON.stringify([ours]), JSON.stringify([ours, "https://b.example"])]) {
      assert.equal(await allowedFor(ours, setting), ours);
      assert.notEqual(await allowedFor(theirs, setting), theirs);
    }
  });

  it('may be called from anywhere if the setting says ["*"]', async () => {
    assert.equal(await allowedFor(theirs, '["*"]'), "*");
  });

  it("may be called from nowhere else while nothing is set", async () => {
    assert.equal(await allowedFor(theirs, undefined), null);
    assert.equal(await allowedFor(theirs, "[]"), null);
  });
});
