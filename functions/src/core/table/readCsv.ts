import { CsvError, parse } from "csv-parse/sync";
import { refuse } from "../refuse.ts";
import type { Columns } from "./columns.ts";
import { type Fault, quoted } from "./fault.ts";

/** The cells of a row by column, and where it begins. */
export interface Cells {
  line: number;
  cells: unknown;
}

const SEPARATORS = [",", ";", "\t"];

/**
 * The rows of a CSV file as spreadsheets write it: separated by comma, semicolon or tab, whichever
 * the header has; any line ends, with or without a byte order mark. Empty rows are passed over; a
 * row with more or fewer cells than the header goes to `faults`.
 * Refuses `invalid-argument`/`unreadable`, with the line, what can't be told apart into cells, and
 * a header that misses a column, has one twice or one that is not known.
 */
export function readCsv(text: string, columns: Columns, faults: Fault[]): Cells[] {
  const { names, maxRows } = columns;
  const [header, ...rows] = split(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), maxRows);
  if (!header) unreadable(1, `The file is empty. Its first line names the columns: ${names}.`);
  checkHeader(header.words, header.line, columns);
  if (rows.length > maxRows) unreadable(1, `At most ${maxRows} rows a file: split it.`);
  return rows.flatMap(({ line, words }) => {
    if (words.length === header.words.length) {
      return { line, cells: Object.fromEntries(header.words.map((name, n) => [name, words[n]])) };
    }
    const message = `has ${words.length} cells, the header ${header.words.length}: a cell with a separator or a line break in it needs "quotes"`;
    faults.push({ line, field: "row", message });
    return [];
  });
}

interface Line {
  line: number;
  words: string[];
}

function split(text: string, maxRows: number): Line[] {
  const head = text.trimStart().split("\n", 1)[0] ?? "";
  const count = (separator: string) => head.split(separator).length;
  const [delimiter] = SEPARATORS.toSorted((a, b) => count(b) - count(a));
  let end = 0;
  const lines: Line[] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true,
      to: maxRows + 2,
      on_record: (words: string[], info) => {
        end = info.lines;
        // The parser counts to the line in which a record ends.
        const within = words.reduce((sum, word) => sum + word.split("\n").length - 1, 0);
        const trimmed = words.map((word) => word.trim());
        if (trimmed.some((word) => word !== "")) {
          lines.push({ line: info.lines - within, words: trimmed });
        }
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const open = error.code === "CSV_QUOTE_NOT_CLOSED";
    unreadable(
      open ? end + 1 : Number(error.lines),
      open
        ? "A quote is opened in the row that begins here, and never closed."
        : 'There is a quote within a cell: put the cell in "quotes", and double those in it.',
    );
  }
  return lines;
}

function checkHeader(header: readonly string[], line: number, { names, required }: Columns): void {
  const problem = (what: string, wrong: readonly string[]) => {
    if (wrong.length === 0) return;
    const sentence = `${what}: ${wrong.map(quoted).join(", ")}. The columns are ${names.join(", ")}.`;
    unreadable(line, sentence, wrong[0]);
  };
  problem(
    "There are columns that are not known",
    header.filter((name) => !names.includes(name)),
  );
  problem(
    "There are columns missing",
    required.filter((name) => !header.includes(name)),
  );
  problem(
    "There are columns twice",
    header.filter((name, n) => header.indexOf(name) !== n),
  );
}

function unreadable(line: number, sentence: string, field = "file"): never {
  const about = { line, field: field.slice(0, 60) };
  refuse("invalid-argument", "unreadable", `Line ${line}: ${sentence}`, about);
}
