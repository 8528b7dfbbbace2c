import { useEffect, useRef, useState } from "preact/hooks";
import { noteWriting } from "./connection.ts";
import { type Problem, problemOf } from "./problem.ts";

interface Seen {
  metadata: { hasPendingWrites: boolean };
}

/** What a listener has heard last of `wanted`, while that is the same. */
export function useListener<Target, Snapshot extends Seen>(
  wanted: Target | null,
  isSame: (one: Target, other: Target) => boolean,
  listen: (
    target: Target,
    next: (snapshot: Snapshot) => void,
    fail: (error: unknown) => void,
  ) => () => void,
  source = "default",
): { seen: Snapshot | undefined; isLoading: boolean; problem: Problem | undefined } {
  const target = useStable(wanted, isSame);
  const [state, setState] = useState<{ of: Target | null; seen?: Snapshot; problem?: Problem }>({
    of: null,
  });
  useEffect(() => {
    if (target === null) return undefined;
    return listen(
      target,
      (seen) => {
        if (seen.metadata.hasPendingWrites) noteWriting();
        setState({ of: target, seen });
      },
      (error) => setState({ of: target, problem: problemOf(error) }),
    );
  }, [target, source]);
  const isKnown = state.of === target;
  return {
    seen: isKnown ? state.seen : undefined,
    isLoading: target !== null && !isKnown,
    problem: isKnown ? state.problem : undefined,
  };
}

/** Queries are made anew each time a component is drawn; an equal one is not asked for again. */
export function useStable<T>(value: T | null, isSame: (one: T, other: T) => boolean): T | null {
  const kept = useRef(value);
  const before = kept.current;
  const stays = before === null || value === null ? before === value : isSame(before, value);
  if (!stays) kept.current = value;
  return kept.current;
}
