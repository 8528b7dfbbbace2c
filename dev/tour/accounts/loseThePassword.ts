import { type App, signIn } from "../../app.ts";
import { followLink, waitForMail } from "../../mailbox.ts";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";
import type { Newcomer } from "./join.ts";
import { nextSecond } from "./nextSecond.ts";

/** A forgotten password, and all that is told of it. */
export async function loseThePassword(
  app: App,
  newcomer: Newcomer,
  { inboxUrl }: Running,
  tell: Narrator,
): Promise<void> {
  const { call } = app.accounts;
  const { email } = newcomer;

  tell.step("Forget the password");
  await call.requestPasswordReset({ email });
  await call.requestPasswordReset({ email: `nobody-${Date.now()}@example.com` });
  tell.say("The answer is the same for an address that nobody has.");
  await tell.refused("A second mail within the minute", "too-many-requests", () =>
    call.requestPasswordReset({ email }),
  );
  const reset = await waitForMail(inboxUrl, email, "password");
  tell.say(`Mail: "${reset.subject}"`);
  newcomer.password = "another long password";
  await nextSecond();
  await followLink(reset, { newPassword: newcomer.password });
  await signIn(app, email, newcomer.password);
  const told = await waitForMail(inboxUrl, email, "was changed");
  tell.say(`Mail: "${told.subject}"`);
}
