/**
 * What decides without asking a database, by its file below functions/src. Each module lists its own:
 * test/<module>/decisions.ts.
 */
export type Decisions = Readonly<Record<string, Decision>>;

export interface Decision {
  /** Of a file that does other things, too: the declarations that only decide. */
  names?: readonly string[];
  equivalents?: readonly Equivalent[];
}

/** A mutant that is no mistake: nobody could tell it from the file as it is. */
export interface Equivalent {
  /** The line, and what it is in the mutant. */
  from: string;
  to: string;
  /** Why it makes no difference. */
  because: string;
}

/** Mutants of one line that are no mistakes for the same reason. */
export const alike = (because: string, from: string, ...mutants: string[]): Equivalent[] =>
  mutants.map((to) => ({ from, to, because }));
