import { html as escaping, raw } from "hono/html";

/** HTML in which all that had to be is escaped. */
export type Markup = ReturnType<typeof raw>;

type Part = Markup | string | number | false | null | undefined | readonly Part[];

/**
 * HTML of a template: each part is escaped unless it is markup; what is false or not there is
 * nothing.
 */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  // It is a promise only where a part is one.
  escaping(strings, ...parts) as Markup;

/** What is HTML already: made by this server, never as somebody wrote it. */
export const asIs = (safe: string): Markup => raw(safe);

/** Parts with `between` them: those that are there. */
export const joined = (parts: readonly (Markup | false | undefined)[], between: Markup): Markup =>
  html`${parts.filter((part) => part).map((part, index) => [index > 0 && between, part as Markup])}`;
