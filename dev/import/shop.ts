import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { reasonOf } from "../../functions/src/core/refuse.ts";
import type { Fault, Format } from "../../functions/src/core/table/fault.ts";
import { applyCatalogue, type Outcome } from "../../functions/src/shop/catalogue/import/apply.ts";
import { parseCatalogue } from "../../functions/src/shop/catalogue/import/parse.ts";
import { endWithMessage, exitOnSignals } from "../ending.ts";

// Imports a catalogue into the database that the environment names (dev/import.ts prepares it).
const [file = "", ...flags] = process.argv.slice(2);
const dryRun = flags.includes("--dry-run");
exitOnSignals();
// The SDK lets a missing login fail beside the call that needed it.
process.on("unhandledRejection", (error) => endWithMessage(inTheMiddle(error)));
try {
  const format = formatOf(file);
  const catalogue = parseCatalogue(format, read(file));
  console.log(`${dryRun ? "Comparing with" : "Writing to"} ${target()}`);
  const outcome = await applyCatalogue(catalogue, { dryRun, onProgress: progress });
  for (const fault of outcome.faults) console.log(lineOf(format, fault));
  console.log(summary(outcome));
  process.exit(outcome.faults.length > 0 ? 1 : 0);
} catch (error) {
  endWithMessage(reasonOf(error) === "unreadable" ? error : inTheMiddle(error));
}

function formatOf(name: string): Format {
  if (/\.json$/i.test(name)) return "json";
  if (/\.(csv|tsv|txt)$/i.test(name)) return "csv";
  endWithMessage(`${name} must end in .csv or .json.`);
}

function read(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (!(error instanceof TypeError)) endWithMessage(error);
    endWithMessage(`${path} is not UTF-8. In Excel, save it as "CSV UTF-8".`);
  }
}

function target(): string {
  const { FIRESTORE_EMULATOR_HOST: host, GOOGLE_CLOUD_PROJECT: project } = process.env;
  return host ? `the local platform (${host}).` : `the real project ${project}.`;
}

/** On a terminal each product; elsewhere a line now and then. */
function progress(done: number, total: number): void {
  const words = `${done} of ${total} products`;
  if (process.stderr.isTTY) process.stderr.write(`\r${words}${done === total ? "\n" : ""}`);
  else if (done % 500 === 0) process.stderr.write(`${words}\n`);
}

/** `catalogue.csv:12  price  must be …`: what editors open at that line. */
function lineOf(format: Format, { line, field, message }: Fault): string {
  const place = `${basename(file)}:${format === "csv" ? line : `row ${line}`}`;
  return `${place}  ${field}  ${message}`.replace(/\p{Cc}/gu, " ");
}

function summary({ created, updated, unchanged, products, faults }: Outcome): string {
  const rows = `${created} created, ${updated} updated, ${unchanged} unchanged`;
  const what = `Rows: ${rows}. Products: ${products}. Faults: ${faults.length}.`;
  return dryRun ? `${what} It was a dry run: nothing was written.` : what;
}

function inTheMiddle(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  const again = "What was written by then stays. Put this right and run the same again.";
  const login = /default credentials/.test(words)
    ? "\nLog in first: gcloud auth application-default login"
    : "";
  return `${words}${login}\n${again}`;
}
