import { link, paragraph, type Template } from "../../core/mail/template.ts";
import { appName } from "../../core/settings.ts";

// What people are written about their address and their password, each once: see queueMail.

const HELLO = paragraph("Hello,");
const IGNORE = "If it wasn't you, do nothing: without the link nothing changes.";

export const confirmAddress = (url: string): Template => ({
  subject: `Confirm your e-mail address for ${appName.value()}`,
  blocks: [
    HELLO,
    paragraph(`somebody has an account at ${appName.value()} with this address.`),
    link("If it is you, confirm it", url),
    paragraph(`The link works once. ${IGNORE}`),
  ],
  confidential: true,
});

export const choosePassword = (url: string): Template => ({
  subject: `Choose a new password for ${appName.value()}`,
  blocks: [
    HELLO,
    paragraph(`somebody has asked for a new password for your account at ${appName.value()}.`),
    link("If it was you, choose one", url),
    paragraph("The link works for an hour, and once. Show it to nobody."),
    paragraph(IGNORE),
  ],
  confidential: true,
});

export const confirmNewAddress = (url: string): Template => ({
  subject: `Confirm your new e-mail address for ${appName.value()}`,
  blocks: [
    HELLO,
    paragraph(`somebody wants to use this address for their account at ${appName.value()}.`),
    link("If it was you, confirm it", url),
    paragraph(`The link works once. ${IGNORE}`),
  ],
  confidential: true,
});

/** Goes to the address that the account has until then. */
export const changeRequested = (newAddress: string): Template => ({
  subject: `Somebody wants to change your e-mail address for ${appName.value()}`,
  blocks: [
    HELLO,
    paragraph(
      `somebody who is signed in to your account at ${appName.value()} has asked to use ${newAddress} in place of this address. It changes when they follow a link that goes there.`,
    ),
    paragraph(
      "If it was you, there is nothing more to do here. If it wasn't, somebody else is in your account: choose a new password at once, which also signs them out, and write to us.",
    ),
  ],
});
