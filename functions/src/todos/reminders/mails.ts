import { paragraph, rows, type Template } from "../../core/mail/template.ts";
import { dueInWords } from "../due.ts";
import { toApp } from "../list/mails.ts";
import type { Task } from "../schema.ts";

/** To who has asked to be reminded. */
export const reminderOf = ({ title, notes, due }: Task, list: string): Template => ({
  subject: `Reminder: ${title}`,
  blocks: [
    paragraph(title),
    rows(["List", list], ...(due ? [["Due", dueInWords(due)] as const] : [])),
    ...(notes === "" ? [] : [paragraph(notes)]),
    ...toApp(),
  ],
});
