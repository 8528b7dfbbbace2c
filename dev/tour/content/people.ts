import type { User } from "firebase/auth";
import { type App, signUp, verify } from "../../app.ts";
import type { Running } from "../../running.ts";

/** On whose devices the tour is. */
export type Apps = Record<"owner" | "author" | "reader", App>;

/** A site, and who has to do with it. */
export interface Site {
  siteId: string;
  people: Record<keyof Apps, User>;
}

/** An article of it. */
export interface Written extends Site {
  articleId: string;
}

/** Somebody who has signed up, and is known to their mail. */
export async function joined(app: App, who: string, { inboxUrl }: Running): Promise<User> {
  const user = await signUp(app, `site-${who}-${Date.now()}@example.com`, "a long password");
  await verify(user, inboxUrl);
  return user;
}
