import { useState } from "preact/hooks";
import { type Problem, problemOf } from "../../core/problem.ts";

/**
 * For writes under the rules: they are seen at once, and go out when there is a network, so nobody waits
 * for them. What the rules refuse is taken back by itself, and is a `problem`.
 */
export function useWrite(): {
  problem: Problem | undefined;
  write: (writing: Promise<unknown>) => void;
} {
  const [problem, setProblem] = useState<Problem>();
  return {
    problem,
    write: (writing) => {
      setProblem(undefined);
      writing.catch((error: unknown) => setProblem(problemOf(error)));
    },
  };
}
