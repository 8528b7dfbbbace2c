import type * as z from "zod";
import { type Fault, quoted } from "./fault.ts";

/** Reads the cells of one row, whole or not at all: what is wrong goes to `faults`. */
export function readRow<Row extends z.ZodObject>(
  schema: Row,
  cells: unknown,
  line: number,
  faults: Fault[],
): z.output<Row> | undefined {
  const result = schema.safeParse(cells);
  if (result.success) return result.data;
  const columns = Object.keys(schema.shape);
  for (const issue of result.error.issues) {
    if (issue.code === "unrecognized_keys") {
      const message = `is not a column: they are ${columns.join(", ")}`;
      for (const key of issue.keys) faults.push({ line, field: key.slice(0, 60), message });
    } else if (issue.path.length === 0) {
      const [first, second] = columns;
      const message = `must be an object: { "${first}": …, "${second}": …, … }`;
      faults.push({ line, field: "row", message });
    } else {
      const field = String(issue.path[0]);
      faults.push({ line, field, message: `${issue.message}${found(cells, field)}` });
    }
  }
  return undefined;
}

function found(cells: unknown, field: string): string {
  const value = new Map(Object.entries(Object(cells))).get(field);
  const words = typeof value === "number" ? String(value) : value;
  return typeof words === "string" && words !== "" ? `, not ${quoted(words)}` : "";
}
