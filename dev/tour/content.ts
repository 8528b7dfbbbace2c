import { openApp } from "../app.ts";
import type { Running } from "../running.ts";
import { discuss } from "./content/discuss.ts";
import { found } from "./content/found.ts";
import { publish } from "./content/publish.ts";
import { takeBack } from "./content/takeBack.ts";
import { write } from "./content/write.ts";
import type { Narrator } from "./narrator.ts";

/** A site from its founding to the page that readers see, and what they say of it. */
export async function tourContent(running: Running, tell: Narrator): Promise<void> {
  const [owner, author, reader] = [openApp(running), openApp(running), openApp(running)];
  const apps = { owner, author, reader };
  try {
    const site = await found(apps, running, tell);
    const article = await write(apps, site, tell);
    await publish(apps, article, running, tell);
    await discuss(apps, article, running, tell);
    await takeBack(apps, article, running, tell);
  } finally {
    await Promise.all([owner.close(), author.close(), reader.close()]);
  }
}
