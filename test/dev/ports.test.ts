import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { freePorts, isFree } from "../../dev/ports.ts";

async function listen(port: number, host = "127.0.0.1"): Promise<Server> {
  const server = createServer().listen({ port, host, exclusive: true });
  await once(server, "listening");
  return server;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, "close");
}

const portOf = (server: Server): number => {
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  return address.port;
};

describe("dev: ports", () => {
  it("of one call are all different, and all of them can be listened on at once", async () => {
    const ports = await freePorts(30);
    assert.equal(new Set(ports).size, 30);
    const servers = await Promise.all(ports.map((port) => listen(port)));
    assert.deepEqual(servers.map(portOf), ports);
    await Promise.all(servers.map(close));
  });

  it("may be asked for in no number", async () => {
    assert.deepEqual(await freePorts(0), []);
  });

  it("are not free while somebody listens, on this address or on all of them", async () => {
    for (const host of ["127.0.0.1", "0.0.0.0"]) {
      const server = await listen(0, host);
      const port = portOf(server);
      assert.equal(await isFree(port), false, host);
      await close(server);
      assert.equal(await isFree(port), true, host);
    }
  });

  it("are left free by looking whether they are", async () => {
    const [port = 0] = await freePorts(1);
    assert.ok(await isFree(port));
    assert.ok(await isFree(port));
    await close(await listen(port));
  });
});
