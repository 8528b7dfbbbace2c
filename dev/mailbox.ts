import { setTimeout as pause } from "node:timers/promises";

/** A mail as it arrived in the local inbox. */
export interface ReceivedMail {
  id: string;
  subject: string;
  text: string;
  html: string;
  from: { address: string }[];
  to: { address: string }[];
  headers: Record<string, unknown>;
  attachments: { filename: string; generatedFileName: string; contentType: string }[];
}

/**
 * All mails to `address` in the inbox at `url`, oldest first; with a `subject`, those whose
 * subject holds it.
 */
export async function mailsTo(url: string, address: string, subject = ""): Promise<ReceivedMail[]> {
  const query = new URLSearchParams({ "to.address": address });
  const answer = await fetch(`${url}/api/email?${query}`);
  if (!answer.ok) throw new Error(`The inbox at ${url} answered ${answer.status}.`);
  const mails = (await answer.json()) as ReceivedMail[];
  return mails.filter((mail) => mail.subject.includes(subject));
}

/** Waits until such a mail is there and returns the newest. Gives up after `patience` ms. */
export async function waitForMail(
  url: string,
  address: string,
  subject = "",
  patience = 60_000,
): Promise<ReceivedMail> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(100)) {
    const mail = (await mailsTo(url, address, subject)).at(-1);
    if (mail) return mail;
  }
  throw new Error(`No mail "${subject}" to ${address} within ${patience / 1000} s (${url}).`);
}

/** The text of a mail's attachment. */
export async function attachmentOf(
  url: string,
  { id, attachments }: ReceivedMail,
  filename: string,
): Promise<string> {
  const found = attachments.find((attachment) => attachment.filename === filename);
  if (!found) throw new Error(`The mail has no ${filename}.`);
  const answer = await fetch(`${url}/api/email/${id}/attachment/${found.generatedFileName}`);
  if (!answer.ok) throw new Error(`The inbox at ${url} answered ${answer.status}.`);
  return answer.text();
}

/**
 * Follows the first link of a mail, as its reader would; `answers` is what they fill in there (of a
 * reset link, `newPassword`).
 */
export async function followLink(
  { text }: ReceivedMail,
  answers: Record<string, string> = {},
): Promise<void> {
  const [link] = /https?:\S+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`No link in the mail:\n${text}`);
  const url = new URL(link);
  for (const [name, value] of Object.entries(answers)) url.searchParams.set(name, value);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The link answered ${answer.status}.`);
}
