import assert from "node:assert/strict";
import { running } from "../support/firestore.ts";
import { useBrowser } from "./support/browser.ts";

/** Kilobytes of 1,000 bytes, as they cross the network. */
const LIMIT = 200;

describe("web: the first visit", function () {
  this.timeout(120_000);
  const { device } = useBrowser();

  /** What is fetched until `heading` is there: the path of each file, and its bytes on the wire. */
  const load = async (path: string, heading: string) => {
    const page = await device();
    const session = await page.context().newCDPSession(page);
    const paths = new Map<string, string>();
    const bytes = new Map<string, number>();
    session.on("Network.responseReceived", ({ requestId, response }) => {
      const { host, pathname } = new URL(response.url);
      if (host === running.hosts.hosting) paths.set(requestId, pathname);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      bytes.set(requestId, encodedDataLength);
    });
    await session.send("Network.enable");
    await page.goto(path);
    await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
    await page.waitForLoadState("load");
    return new Map([...paths].map(([id, file]) => [file, bytes.get(id) ?? 0]));
  };

  it(`of the shop's page transfers less than ${LIMIT} kB, Firebase included`, async (): Promise<void> => {
    const files = await load("/shop", "Shop");
    const total = [...files.values()].reduce((sum, size) => sum + size, 0) / 1_000;
    const told = [...files].map(([file, size]) => `${file}: ${size}`).join("\n");
    assert.ok(total > 50, `only ${total} kB:\n${told}`);
    assert.ok(total < LIMIT, `${total} kB:\n${told}`);
  });

  it("of a page brings no screen of another module", async () => {
    const [shop, todos] = [await load("/shop", "Shop"), await load("/todos", "Todos")];
    const only = [...todos.keys()].filter((file) => /\.js$/.test(file) && !shop.has(file));
    assert.ok(only.length > 0);
    assert.ok([...shop.keys()].every((file) => !/Lists|Studio|Search|Staff/.test(file)));
  });
});
