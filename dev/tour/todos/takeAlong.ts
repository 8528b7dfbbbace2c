import type { App } from "../../app.ts";
import type { Narrator } from "../narrator.ts";
import type { Shared } from "./share.ts";

/** The list as a file, and as a calendar. */
export async function takeAlong(app: App, { listId }: Shared, tell: Narrator): Promise<void> {
  const { call } = app.todos;

  tell.step("Take the list along");
  const { name, content, count } = await call.exportTasks({ listId, format: "csv" });
  const [heading = "", ...rows] = content.trim().split("\r\n");
  tell.say(name, heading, ...rows);
  tell.expect(rows.length === count, `${count} tasks, a row each`);

  tell.step("Show it to a calendar");
  const { url } = await call.createFeed({});
  const feed = await fetch(url);
  const events = (await feed.text()).match(/^SUMMARY:.*$/gm) ?? [];
  tell.say(...events.map((event) => event.trim()));
  tell.expect(feed.status === 200 && events.length === 2, "under a secret link: what is due");
  await call.revokeFeed({});
  tell.expect((await fetch(url)).status === 404, "revoked, the link leads nowhere");
}
