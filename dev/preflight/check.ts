/** What one look at the machine found. */
export interface Check<Found = unknown> {
  what: string;
  /** What there is, in words. */
  says: string;
  /** `undefined` if it is missing. */
  found: Found | undefined;
  /** What to do about it, where it is missing. */
  remedy: string;
  /** Nothing runs without it. */
  required: boolean;
}

/** The checks as lines for a terminal. */
export const report = (checks: readonly Check[]): string =>
  checks
    .map(({ what, says, found, remedy, required }) => {
      const mark = found !== undefined ? "✔" : required ? "✘" : "–";
      const advice = found === undefined ? `\n    → ${remedy}` : "";
      return `  ${mark} ${what.padEnd(20)} ${says}${advice}`;
    })
    .join("\n");
