import { useState } from "preact/hooks";
import { type Problem, problemOf } from "../core/problem.ts";

export interface Writing {
  /** Takes a write of the SDK: it shows at once, also offline, so nobody waits for it. */
  write: (written: Promise<unknown>) => void;
  /** Why the last one was refused. What is shown is how it stands then. */
  problem: Problem | undefined;
}

const REFUSED =
  "That was not saved: somebody else was faster, or you may not write here any more. This is how it stands now.";

/** Writes under the rules: nothing waits for them, and what the rules refuse is said. */
export function useWriting(): Writing {
  const [problem, setProblem] = useState<Problem>();
  return {
    problem,
    write: (written) => {
      setProblem(undefined);
      written.catch((error: unknown) => {
        const said = problemOf(error);
        const isRefused = said.code === "permission-denied";
        setProblem(isRefused ? { ...said, sentence: REFUSED } : said);
      });
    },
  };
}
