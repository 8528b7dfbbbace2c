import { createTransport } from "nodemailer";

interface OobCode {
  email: string;
  requestType: string;
  oobCode: string;
  oobLink: string;
}

const SUBJECTS: Record<string, string> = {
  VERIFY_EMAIL: "Confirm your e-mail address",
  PASSWORD_RESET: "Choose a new password",
  EMAIL_SIGNIN: "Your sign-in link",
  VERIFY_AND_CHANGE_EMAIL: "Confirm your new e-mail address",
};

/**
 * The Auth emulator writes no mails, it keeps a list of the links that would have been in them.
 * This puts each into the inbox, as production would. Returns what ends it.
 */
export function forwardAuthMails(authUrl: string, project: string, smtpPort: number): () => void {
  const smtp = createTransport({ host: "127.0.0.1", port: smtpPort, ignoreTLS: true });
  const seen = new Set<string>();
  let busy = false;

  async function forward(): Promise<void> {
    const answer = await fetch(`${authUrl}/emulator/v1/projects/${project}/oobCodes`);
    const { oobCodes = [] } = (await answer.json()) as { oobCodes?: OobCode[] };
    for (const { email, requestType, oobCode, oobLink } of oobCodes) {
      if (seen.has(oobCode)) continue;
      await smtp.sendMail({
        from: `Firebase Authentication <noreply@${project}.local>`,
        to: email,
        subject: SUBJECTS[requestType] ?? requestType,
        text: `Follow this link:\n${oobLink}\n`,
        html: `<p><a href="${oobLink.replaceAll("&", "&amp;")}">${SUBJECTS[requestType] ?? requestType}</a></p>`,
      });
      seen.add(oobCode);
    }
  }

  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    forward()
      // The emulator is starting or stopping: the next round will tell.
      .catch(() => {})
      .finally(() => {
        busy = false;
      });
  }, 500);
  return () => {
    clearInterval(timer);
    smtp.close();
  };
}
