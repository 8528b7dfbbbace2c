import { refuse } from "../refuse.ts";
import type { Columns } from "./columns.ts";
import type { Cells } from "./readCsv.ts";

/**
 * The rows of a JSON list, numbered from 1.
 * Refuses `invalid-argument`/`unreadable` what is no JSON (with the place), no list, or too long.
 */
export function readJson(text: string, { maxRows }: Columns): Cells[] {
  const list = parsed(text.replace(/^\uFEFF/, ""));
  if (!Array.isArray(list)) unreadable("The file must be a list of rows: [{ … }, { … }].");
  if (list.length > maxRows) unreadable(`At most ${maxRows} rows a file: split it.`);
  return list.map((cells, index) => ({ line: index + 1, cells }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    unreadable(`The file is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function unreadable(sentence: string): never {
  refuse("invalid-argument", "unreadable", sentence, { line: 1, field: "file" });
}
