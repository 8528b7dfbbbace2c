import { type Block, link, paragraph, type Template } from "../../core/mail/template.ts";
import { appName, appUrl } from "../../core/settings.ts";

// What people are written about signing up and in, each once: see queueMail.

export const invited = (): Template => ({
  subject: `You're invited to ${appName.value()}`,
  blocks: [
    paragraph("Hello,"),
    paragraph(`you're invited to join ${appName.value()}.`),
    paragraph("Sign up with the address that this mail went to, within 14 days."),
    ...toApp("Sign up"),
  ],
});

/** With `verification`, a link that confirms the address. */
export const welcome = (verification: string | undefined): Template => ({
  subject: `Welcome to ${appName.value()}`,
  blocks: [
    paragraph("Hello,"),
    paragraph(`welcome to ${appName.value()}. It is good to have you here.`),
    ...(verification === undefined
      ? toApp("Go on")
      : [
          paragraph("One thing is left: please confirm that this is your address."),
          link("Confirm your address", verification),
          paragraph("If you did not sign up, you need do nothing."),
        ]),
  ],
  ...(verification !== undefined && { confidential: true }),
});

export const passwordChanged = (): Template => ({
  subject: "Your password was changed",
  blocks: [
    paragraph("Hello,"),
    paragraph(`the password of your account at ${appName.value()} was changed.`),
    paragraph("If that was you, all is well."),
    ...notYou("choose a new password at once: whoever changed it is then signed out."),
  ],
});

/** To the old address. */
export const addressChanged = (): Template => ({
  subject: "Your address was changed",
  blocks: [
    paragraph("Hello,"),
    paragraph(
      `the e-mail address of your account at ${appName.value()} was changed. This one does not belong to it any more.`,
    ),
    paragraph("If that was you, all is well."),
    ...notYou("write to us at once by answering this mail."),
  ],
});

/** To the new address. */
export const addressConfirmed = (): Template => ({
  subject: "This is your new address",
  blocks: [
    paragraph("Hello,"),
    paragraph(
      `this is the e-mail address of your account at ${appName.value()} from now on. All that we write goes here.`,
    ),
    ...notYou("write to us by answering this mail."),
  ],
});

const notYou = (whatToDo: string): Block[] => [
  paragraph(`If it was not you, ${whatToDo}`),
  ...toApp("Go to your account"),
];

const toApp = (label: string): Block[] =>
  appUrl.value() === "" ? [] : [link(label, appUrl.value())];
