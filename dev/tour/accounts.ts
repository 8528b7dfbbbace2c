import { openApp } from "../app.ts";
import type { Running } from "../running.ts";
import { join } from "./accounts/join.ts";
import { leave } from "./accounts/leave.ts";
import { loseThePassword } from "./accounts/loseThePassword.ts";
import { meetAnAdmin } from "./accounts/meetAnAdmin.ts";
import type { Narrator } from "./narrator.ts";

/** A person's life with the app: from sign-up by way of a lost password to the end of the account. */
export async function tourAccounts(running: Running, tell: Narrator): Promise<void> {
  const [app, other] = [openApp(running), openApp(running)];
  try {
    const newcomer = await join(app, other, running, tell);
    await loseThePassword(app, newcomer, running, tell);
    await meetAnAdmin(app, other, newcomer, running, tell);
    await leave(app, newcomer, running, tell);
  } finally {
    await Promise.all([app.close(), other.close()]);
  }
}
