/** Where a row comes from: a line of a CSV file, a row of a JSON list. */
export type Format = "csv" | "json";

/** What is wrong with one field of one row, and what would be right. */
export interface Fault {
  /** CSV: the line in the file that the row begins in, the header's is 1. JSON: the row, from 1. */
  line: number;
  /** The column; "row" where it is the row as a whole. */
  field: string;
  message: string;
}

/** How messages name a row: "line 12", "row 3". */
export const placeOf = (format: Format, line: number): string =>
  `${format === "csv" ? "line" : "row"} ${line}`;

/** What somebody has written, as a message shows it: in quotes, control characters escaped. */
export const quoted = (words: string): string =>
  JSON.stringify(words.length > 60 ? `${words.slice(0, 60)}…` : words);
