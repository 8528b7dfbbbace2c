import { KindlingError } from "../../client/src/index.ts";

/** Tells a story step by step, and counts where it went otherwise than it should. */
export class Narrator {
  #step = 0;
  readonly #print: (line: string) => void;
  differences = 0;

  constructor(print: (line: string) => void = console.log) {
    this.#print = print;
  }

  step(title: string): void {
    this.#step++;
    this.#print(`\n${String(this.#step).padStart(2)}  ${title}`);
  }

  say(...lines: string[]): void {
    for (const line of lines.join("\n").split("\n")) this.#print(`    ${line}`);
  }

  end(): void {
    this.#print(
      this.differences === 0 ? "\nAll as it should be." : `\n${this.differences} NOT SO.`,
    );
  }

  /** Says it, and complains if it is not so. */
  expect(holds: boolean, what: string): void {
    if (!holds) this.differences++;
    this.say(`${holds ? "✔" : "✘ NOT SO:"} ${what}`);
  }

  /** Expects an attempt to be refused for this reason (a client error's `code` or `reason`). */
  async refused(what: string, reason: string, attempt: () => Promise<unknown>): Promise<void> {
    try {
      await attempt();
      this.expect(false, `${what} is refused`);
    } catch (error) {
      const refusal = KindlingError.from(error);
      const by = refusal.reason === "permission-denied" ? "by the rules" : refusal.reason;
      this.expect(refusal.reason === reason, `${what} is refused: ${by}`);
      if (reason !== "permission-denied") this.say(`  "${refusal.message}"`);
    }
  }
}
