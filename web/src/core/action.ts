import { useRef, useState } from "preact/hooks";
import { type Problem, problemOf } from "./problem.ts";

export interface Action<Input extends unknown[]> {
  /** Does it, unless it is being done. Answers whether it was done. */
  run: (...input: Input) => Promise<boolean>;
  isBusy: boolean;
  problem: Problem | undefined;
  /** Forgets the problem. */
  clear: () => void;
}

/** Something that takes a moment and may be refused: a button or a form shows how it stands with it. */
export function useAction<Input extends unknown[]>(
  act: (...input: Input) => Promise<unknown>,
): Action<Input> {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  return {
    isBusy,
    problem,
    clear: () => setProblem(undefined),
    async run(...input) {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      setProblem(undefined);
      try {
        await act(...input);
        return true;
      } catch (error) {
        setProblem(problemOf(error));
        return false;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
  };
}

/**
 * The id of one intent, for callables that take a `requestId`: the same however often it is sent, so an
 * answer that got lost does nothing twice. `renew` it where something else is meant.
 */
export function useRequestId(): { requestId: string; renew: () => void } {
  const [requestId, setRequestId] = useState<string>(() => crypto.randomUUID());
  return { requestId, renew: () => setRequestId(crypto.randomUUID()) };
}
