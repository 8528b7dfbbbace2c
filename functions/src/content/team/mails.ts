import { type Block, link, paragraph, rows, type Template } from "../../core/mail/template.ts";
import { appName, appUrl } from "../../core/settings.ts";
import type { SiteRole } from "./schema.ts";

// What people are written about a site's team, each once: see queueMail.

/**
 * To who is invited, whether they have an account or not; `inviter` is a confirmed address. A site's title
 * could say anything to anybody: its address can't.
 */
export const invitedToSite = (
  siteId: string,
  role: SiteRole,
  inviter: string,
  code: string,
): Template => ({
  subject: `You're invited to write at ${appName.value()}`,
  blocks: [
    paragraph("Hello,"),
    paragraph(
      `${inviter} invites you to the site "${siteId}" at ${appName.value()}, as its ${role}.`,
    ),
    paragraph(
      "Sign in, or up, with the address that this mail went to. The invitation works once, within seven days.",
    ),
    appUrl.value() === ""
      ? rows(["Invitation", code])
      : link("Join", `${appUrl.value()}/?siteInvite=${code}`),
    paragraph("If you don't know who that is, you need do nothing."),
  ],
  confidential: true,
});

/** To who owns a site because its last owner has gone. */
export const siteInherited = (title: string): Template => ({
  subject: `You own the site "${title}" now`,
  blocks: [
    paragraph("Hello,"),
    paragraph(
      `the site "${title}" at ${appName.value()} is yours now, since nobody else owned it any more: you decide who writes there, and what becomes of it.`,
    ),
    ...toApp(),
  ],
});

export const toApp = (): Block[] =>
  appUrl.value() === "" ? [] : [link(`To ${appName.value()}`, appUrl.value())];
