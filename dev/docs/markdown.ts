/** A table of Markdown. */
export const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(line)].join("\n");

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
