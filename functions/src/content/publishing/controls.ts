/**
 * Text without what no XML may hold, and therefore no feed: control characters, halves of
 * characters.
 */
export const withoutControls = (text: string): string =>
  text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "");
