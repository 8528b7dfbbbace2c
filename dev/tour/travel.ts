import { openApp, signIn } from "../app.ts";
import type { Running } from "../running.ts";
import { PASSWORD } from "../seed/people.ts";
import type { Narrator } from "./narrator.ts";
import { ask } from "./travel/ask.ts";
import { book } from "./travel/book.ts";
import { cancel, move } from "./travel/change.ts";
import { choose } from "./travel/choose.ts";

/** A stay: from the search by way of payment and other dates to its cancellation, and one that is asked for. */
export async function tourTravel(running: Running, tell: Narrator): Promise<void> {
  const [traveller, host, stranger] = [openApp(running), openApp(running), openApp(running)];
  const apps = { traveller, host, stranger };
  try {
    await signIn(host, "host@example.com", PASSWORD);
    await signIn(stranger, "customer@example.com", PASSWORD);
    const chosen = await choose(apps, tell);
    const booked = await book(apps, chosen, running, tell);
    await move(apps, booked, running, tell);
    await cancel(apps, booked, running, tell);
    await ask(apps, booked, running, tell);
  } finally {
    await Promise.all([traveller.close(), host.close(), stranger.close()]);
  }
}
