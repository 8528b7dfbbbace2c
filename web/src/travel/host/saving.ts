import { useState } from "preact/hooks";
import { type Problem, problemOf } from "../../core/problem.ts";

/**
 * A write under the rules: it is here at once, and at the server as soon as there is a network. `isSaved`
 * until something else is written, `problem` if the server refuses it after all.
 */
export function useSaving(): {
  save: (write: Promise<unknown>) => void;
  isSaved: boolean;
  problem: Problem | undefined;
} {
  const [state, setState] = useState<{ isSaved: boolean; problem?: Problem }>({ isSaved: false });
  return {
    isSaved: state.isSaved,
    problem: state.problem,
    save: (write) => {
      setState({ isSaved: true });
      write.catch((error: unknown) => setState({ isSaved: false, problem: problemOf(error) }));
    },
  };
}
