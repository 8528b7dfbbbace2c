import type { Problem } from "../../core/problem.ts";

interface Fault {
  line: number;
  field: string;
  message: string;
}

const isFault = (value: unknown): value is Fault =>
  typeof value === "object" && value !== null && "line" in value && "message" in value;

/** What is wrong with a file, row by row. */
export function Faults({ problem }: { problem: Problem | undefined }) {
  const named: unknown = problem?.details.faults;
  const faults = Array.isArray(named) ? named.filter(isFault) : [];
  if (faults.length < 2) return null;
  return (
    <ul class="faults" aria-label="What is wrong with the file">
      {faults.map(({ line, field, message }) => (
        <li key={`${line} ${field} ${message}`}>
          Row {line}, {field}: {message}
        </li>
      ))}
    </ul>
  );
}
