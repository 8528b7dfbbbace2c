/** Text without what would begin another line. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, " ");

/** An address as it is typed, with nothing in it that no address has. */
export const addressTyped = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 80);
