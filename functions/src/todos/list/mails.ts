import { type Block, link, paragraph, rows, type Template } from "../../core/mail/template.ts";
import { appName, appUrl } from "../../core/settings.ts";

// What people are written about lists, each once: see queueMail.

/** To who is invited, whether they have an account or not; `inviter` is a confirmed address. */
export const invitedToList = (title: string, inviter: string, code: string): Template => ({
  subject: `You're invited to a list at ${appName.value()}`,
  blocks: [
    paragraph("Hello,"),
    paragraph(`${inviter} shares a list with you at ${appName.value()}: "${title}".`),
    paragraph(
      "Sign in, or up, with the address that this mail went to. The invitation works once, within seven days.",
    ),
    appUrl.value() === ""
      ? rows(["Invitation", code])
      : link("Join", `${appUrl.value()}/?invite=${code}`),
    paragraph("If you don't know who that is, you need do nothing."),
  ],
  confidential: true,
});

/** To the new owner. */
export const listTransferred = (title: string): Template => ({
  subject: `You own the list "${title}" now`,
  blocks: [
    paragraph("Hello,"),
    paragraph(
      `the list "${title}" at ${appName.value()} is yours now: you decide who is on it, and what becomes of it.`,
    ),
    ...toApp(),
  ],
});

export const toApp = (): Block[] =>
  appUrl.value() === "" ? [] : [link("To your lists", appUrl.value())];
