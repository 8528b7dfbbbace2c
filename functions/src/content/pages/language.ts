import type { Timestamp } from "../../core/schema.ts";
import { html, type Markup } from "./markup.ts";

/** The language that a site is in, as pages name it; English where its tag is none. */
export function languageOf(tag: string): string {
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return "en";
  }
}

/** Which way a language is written. */
export function directionOf(tag: string): "ltr" | "rtl" {
  // Newer than the types.
  const locale = new Intl.Locale(languageOf(tag)) as Intl.Locale & {
    getTextInfo?: () => { direction?: "ltr" | "rtl" };
  };
  return locale.getTextInfo?.().direction ?? "ltr";
}

/** The day of a moment (UTC), in words of the language. */
export const dayOf = (moment: Timestamp, tag: string): Markup => {
  const format = new Intl.DateTimeFormat(knownOf(tag), { dateStyle: "long", timeZone: "UTC" });
  return html`<time datetime="${isoOf(moment)}">${format.format(moment.toDate())}</time>`;
};

/** "1 comment", "1,200 comments", the number as the language writes it. */
export const countOf = (count: number, one: string, tag: string): string =>
  `${new Intl.NumberFormat(knownOf(tag)).format(count)} ${one}${count === 1 ? "" : "s"}`;

export const isoOf = (moment: Timestamp): string => moment.toDate().toISOString();

/** What Intl doesn't know is in English, whatever the server's own language. */
const knownOf = (tag: string): string[] => [languageOf(tag), "en"];
