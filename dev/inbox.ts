import { MailDev } from "maildev";

/** The local inbox: takes every mail by SMTP, shows them on a page, answers questions by API. */
export interface Inbox {
  smtpPort: number;
  /** The page, and the API below `/api`. */
  url: string;
  stop(): Promise<void>;
}

/** Starts the inbox with the mails in `folder`, where it keeps them. Port 0 means any. */
export async function startInbox(webPort: number, folder: string): Promise<Inbox> {
  const maildev = new MailDev({
    smtp: 0,
    ip: "127.0.0.1",
    web: webPort,
    webIp: "127.0.0.1",
    silent: true,
    maxEmails: 500,
    // Its certificate is its own; a sender that checks would refuse to speak to it.
    hideExtensions: ["STARTTLS"],
    mailDirectory: folder,
  });
  // It announces itself, whatever `silent` says; we print a table of our own.
  const { info } = console;
  console.info = () => {};
  const { smtp, api } = await maildev.start().finally(() => {
    console.info = info;
  });
  const [smtpPort, page] = [smtp.getPort(), api?.getPort()];
  if (!smtpPort || !page) throw new Error("The local inbox did not start.");
  return { smtpPort, url: `http://127.0.0.1:${page}`, stop: () => maildev.stop() };
}
