import { paragraph, type Template } from "../../core/mail/template.ts";
import type { Role } from "../../core/roles.ts";
import { appName } from "../../core/settings.ts";

// What people are written about their access, each time that it changes: see queueMail.

export const roleChanged = (role: Role | null): Template => ({
  subject: `Your role at ${appName.value()}`,
  blocks: [
    paragraph("Hello,"),
    paragraph(
      role === null
        ? `you have no role on the staff of ${appName.value()} any more. Your account stays yours.`
        : `your role at ${appName.value()} is now: ${role.replaceAll("_", " ")}.`,
    ),
    paragraph("If that surprises you, ask somebody who is admin there."),
  ],
});

export const accountDisabled = (): Template => ({
  subject: `Your account at ${appName.value()} is disabled`,
  blocks: [
    paragraph("Hello,"),
    paragraph(
      `your account at ${appName.value()} has been disabled. You are signed out everywhere and can't sign in for now.`,
    ),
    paragraph("If you think that this is a mistake, write to us."),
  ],
});

export const accountEnabled = (): Template => ({
  subject: `Your account at ${appName.value()} is enabled again`,
  blocks: [
    paragraph("Hello,"),
    paragraph(`your account at ${appName.value()} is enabled again. You can sign in now.`),
  ],
});
