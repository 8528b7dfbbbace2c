import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createFeed } from "../../../functions/src/todos/createFeed.ts";
import { feed } from "../../../functions/src/todos/feed.ts";
import { call, type Person } from "../../support/call.ts";

// What the platform hands to a function is made by this.
const express = createRequire(new URL("../../../functions/package.json", import.meta.url))(
  "express",
) as () => RequestListener & { use(handler: unknown): void };

/** The path of a new link to somebody's feed. */
export const newLink = async (person: Person): Promise<string> =>
  new URL((await call(createFeed, person, {})).url).pathname;

/** The function of the feed, asked over HTTP as calendars ask, during the tests of one `describe`. */
export function useFeed(): { ask: (path: string, method?: string) => Promise<Response> } {
  const app = express();
  app.use(feed);
  const server = createServer(app);
  before(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(() => server.close());
  return {
    ask: (path, method = "GET") =>
      fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method }),
  };
}
