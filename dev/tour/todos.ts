import { openApp } from "../app.ts";
import type { Running } from "../running.ts";
import type { Narrator } from "./narrator.ts";
import { part } from "./todos/part.ts";
import { share } from "./todos/share.ts";
import { takeAlong } from "./todos/takeAlong.ts";
import { work } from "./todos/work.ts";

/** Two people and their list: from sign-up by way of what they do together to one going alone. */
export async function tourTodos(running: Running, tell: Narrator): Promise<void> {
  const [app, friend, stranger] = [openApp(running), openApp(running), openApp(running)];
  try {
    const shared = await share({ app, friend, stranger }, running, tell);
    await work({ app, friend }, shared, running, tell);
    await takeAlong(app, shared, tell);
    await part({ app, friend }, shared, tell);
  } finally {
    await Promise.all([app.close(), friend.close(), stranger.close()]);
  }
}
