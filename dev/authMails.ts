import { stripVTControlCharacters } from "node:util";
import { createTransport } from "nodemailer";

const SUBJECTS: Record<string, string> = {
  verifyEmail: "Confirm your e-mail address",
  resetPassword: "Choose a new password",
  signIn: "Your sign-in link",
  verifyAndChangeEmail: "Confirm your new e-mail address",
  recoverEmail: "Your e-mail address was changed",
};

/**
 * What the Auth emulator prints in place of a mail that Firebase would send. It says nothing of
 * links that a server has asked for, and keeps those in its list of codes all the same.
 * Source: logOobMessage in firebase-tools/lib/emulator/auth/operations.js.
 */
const PRINTED = /^\S+ +To .* (\S+), follow this link: (\S+)$/;

export interface AuthMails {
  /** Takes a line of the emulators' output. */
  hear(line: string): void;
  close(): void;
}

/**
 * The Auth emulator sends no mails. This puts each that Firebase itself would send into the inbox, and
 * none for a link that the functions have made, and mail themselves.
 */
export function forwardAuthMails(project: string, smtpPort: number): AuthMails {
  const smtp = createTransport({ host: "127.0.0.1", port: smtpPort, ignoreTLS: true });
  return {
    hear(line) {
      const [, to, printed] = PRINTED.exec(stripVTControlCharacters(line)) ?? [];
      if (to === undefined || printed === undefined) return;
      const link = printed.replace("&newPassword=NEW_PASSWORD_HERE", "");
      const mode = new URL(link).searchParams.get("mode") ?? "";
      const subject = SUBJECTS[mode] ?? mode;
      smtp
        .sendMail({
          from: `Firebase Authentication <noreply@${project}.local>`,
          to,
          subject,
          text: `Follow this link:\n${link}\n`,
          html: `<p><a href="${link.replaceAll("&", "&amp;")}">${subject}</a></p>`,
        })
        .catch((error) => console.error(`The inbox did not take a mail: ${error}`));
    },
    close: () => smtp.close(),
  };
}

/**
 * Has the Auth emulator keep to itself which addresses have an account, as new projects in the
 * cloud do: "Email enumeration protection" in the console.
 */
export async function protectAddresses(authUrl: string, project: string): Promise<void> {
  const answer = await fetch(`${authUrl}/emulator/v1/projects/${project}/config`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ emailPrivacyConfig: { enableImprovedEmailPrivacy: true } }),
  });
  if (!answer.ok) throw new Error(`The Auth emulator answered ${answer.status}.`);
}
