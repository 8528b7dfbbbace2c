import { tableOf } from "../../dev/docs/markdown.ts";

/** What somebody tries who means ill. */
export interface Attack {
  /** Who tries, and by what. */
  by: string;
  /** In a sentence: the rule, function or design that stops it, with its name in `backticks`. */
  stoppedBy: string;
}

/** The attacks of a module, by what they are after. They can be read without a database. */
export type Attacks = Record<string, Attack>;

/** Makes a test of each attack. Every one that is listed is played, and none that is not. */
export function play<Name extends string>(
  attacks: Record<Name, Attack>,
  attempts: Record<NoInfer<Name>, () => Promise<unknown>>,
): void {
  for (const name of Object.keys(attacks) as Name[]) {
    it(`is stopped at ${name}`, () => attempts[name]());
  }
}

/** The table that docs/security.md shows of a module. */
export const attacksTable = (attacks: Attacks): string =>
  tableOf(
    ["an attacker is after", "who, and by what", "what stops it"],
    Object.entries(attacks).map(([name, { by, stoppedBy }]) => [name, by, stoppedBy]),
  );
