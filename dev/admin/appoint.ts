import { activeAdmins } from "../../functions/src/accounts/access/adminStays.ts";
import { COMMAND, changeRole } from "../../functions/src/accounts/access/changeRole.ts";
import { syncAuth } from "../../functions/src/accounts/access/syncAuth.ts";
import { accounts } from "../../functions/src/core/accounts.ts";
import { decide } from "../../functions/src/core/decide.ts";
import { staff } from "../../functions/src/core/roles.ts";
import { auth, ifGone, type UserRecord } from "../../functions/src/core/users.ts";
import { endWithMessage, exitOnSignals } from "../ending.ts";

// Makes somebody an admin where the environment leads (dev/admin.ts prepares it). For who holds the
// project's own credentials: nothing that can be called over the network makes the first one.
const [email = "", ...flags] = process.argv.slice(2);
exitOnSignals();
// The SDK lets a missing login fail beside the call that needed it.
process.on("unhandledRejection", (error) => endWithMessage(explained(error)));
try {
  console.log(`Looking at ${target()}`);
  console.log(await appoint());
  process.exit(0);
} catch (error) {
  endWithMessage(explained(error));
}

async function appoint(): Promise<string> {
  const user = await auth.getUserByEmail(email).catch(ifGone);
  if (!user) endWithMessage(`Nobody has signed up with ${email}: do that first, in your app.`);
  const [admins, isDisabled] = [await activeAdmins(), await isShutOut(user)];
  if (isDisabled) endWithMessage(`${email} is disabled, and so would be no admin.`);
  if (admins.some(({ id }) => id === user.uid)) {
    await syncAuth(user.uid);
    return `${email} is admin already.`;
  }
  if (admins.length > 0 && !flags.includes("--another")) {
    endWithMessage("There is an admin already, who can appoint others: or add --another.");
  }
  const sure = user.emailVerified ? user : await verify(user);
  await decide((read) =>
    changeRole(read, { uid: user.uid, role: "admin", user: sure, actor: COMMAND }),
  );
  await syncAuth(user.uid);
  return `${email} is admin now. Recorded in the audit trail; a mail to them is in the outbox.`;
}

/** Staff need an address that is theirs beyond doubt: whoever gets its mails could become them. */
function verify(user: UserRecord): Promise<UserRecord> {
  if (flags.includes("--verify")) return auth.updateUser(user.uid, { emailVerified: true });
  endWithMessage(
    `${email} is not confirmed: open the mail with the link, or, if you are sure, add --verify.`,
  );
}

async function isShutOut({ uid, disabled }: UserRecord): Promise<boolean> {
  const [account, member] = [await accounts.doc(uid).get(), await staff.doc(uid).get()];
  return disabled || account.data()?.disabled || member.data()?.disabled || false;
}

function target(): string {
  const { FIRESTORE_EMULATOR_HOST: host, GOOGLE_CLOUD_PROJECT: project } = process.env;
  return host ? `the local platform (${host}).` : `the real project ${project}.`;
}

function explained(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  const login = /default credentials/.test(words)
    ? "\nLog in first: gcloud auth application-default login"
    : "";
  return `${words}${login}`;
}
