import type { Recording } from "../../test/support/recording.ts";
import type { Ruleset } from "../rules/sections.ts";
import type { Stage } from "./stage.ts";

/** What a part of the proof is made with. */
export interface Proof {
  stage: Stage;
  ruleset: Ruleset;
  /** What the tests of the rules ask. */
  recordings: readonly Recording[];
  /** Only these modules; all where none is named. */
  modules: readonly string[];
  say(line: string): void;
}

/** A part of the proof. Answers what is not proved, a line each. */
export type Part = (proof: Proof) => Promise<string[]>;
