import { paragraph, type Template } from "../../core/mail/template.ts";
import type { Timestamp } from "../../core/schema.ts";
import { appName } from "../../core/settings.ts";

// What somebody is written whose account is on its way out, each once: see queueMail.

export const deletionRequested = (dueAt: Timestamp): Template => ({
  subject: `Your ${appName.value()} account will be deleted`,
  blocks: [
    paragraph("Hello,"),
    paragraph(
      `you have asked us to delete your account. That will be done on ${moment(dueAt)}, and can't be undone then.`,
    ),
    paragraph(
      "Until then your account works as before. If you change your mind, or if this was not you, sign in before that date and choose to keep it. If it was not you, change your password, too.",
    ),
  ],
});

export const accountKept = (): Template => ({
  subject: `Your ${appName.value()} account stays`,
  blocks: [
    paragraph("Hello,"),
    paragraph("your account will not be deleted: somebody who is signed in to it has said so."),
    paragraph("If that was not you, change your password and ask for the deletion again."),
  ],
});

export const accountDeleted = (): Template => ({
  subject: `Your ${appName.value()} account has been deleted`,
  blocks: [
    paragraph("Hello,"),
    paragraph("your account has been deleted, and with it what we kept about you."),
    paragraph(
      "What the law makes us keep, such as what was ordered and paid, we keep without your name.",
    ),
    paragraph(`This is the last that you hear from us. ${appName.value()} thanks you.`),
  ],
});

const moment = (time: Timestamp): string =>
  `${time.toDate().toLocaleString("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  })} UTC`;
