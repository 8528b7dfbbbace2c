/** What a table that somebody hands in may hold. */
export interface Columns {
  /** All that there are, by name. */
  names: readonly string[];
  /** Those that no table may miss. */
  required: readonly string[];
  /** A longer one is a job for several files. */
  maxRows: number;
}
