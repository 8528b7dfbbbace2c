import { getDoc } from "firebase/firestore";
import type { App } from "../../app.ts";
import { waitForMail } from "../../mailbox.ts";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";
import type { Newcomer } from "./join.ts";

/** What there is about somebody, and the end of it. */
export async function leave(
  app: App,
  { uid, email }: Newcomer,
  { inboxUrl }: Running,
  tell: Narrator,
): Promise<void> {
  const { call, documents } = app.accounts;

  tell.step("Take one's data along");
  const { data } = await call.exportMyData({});
  for (const [module, kept] of Object.entries(data)) {
    const names = Object.entries(kept).map(([name, found]) => `${found.length} ${name}`);
    tell.say(`${module}: ${names.join(", ")}`);
  }

  tell.step("Delete the account, and think again");
  const { dueAt } = await call.deleteAccount({});
  tell.say(`It ends on ${dueAt.slice(0, 10)}; until then it works.`);
  const asked = await waitForMail(inboxUrl, email, "delet");
  tell.say(`Mail: "${asked.subject}"`);
  tell.expect((await getDoc(documents.deletion(uid))).exists(), "an app can show that it is due");
  await call.keepAccount({});
  tell.expect(!(await getDoc(documents.deletion(uid))).exists(), "the account stays");
}
