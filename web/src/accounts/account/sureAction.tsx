import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Action, useAction } from "../../core/action.ts";
import { problemOf } from "../../core/problem.ts";
import { LogInAgain } from "./LogInAgain.tsx";

/** In the words of the back end, and of Firebase Authentication itself. */
const REASONS = ["recent-sign-in-required", "requires-recent-login"];

export interface SureAction<Input extends unknown[]> extends Action<Input> {
  /** The window that asks who it is, while it does: to be drawn somewhere. */
  question: ComponentChildren;
}

/**
 * An action that takes somebody who has logged in just now. Where that is too long ago it asks them to
 * do so again, and goes on with the same by itself.
 */
export function useSureAction<Input extends unknown[]>(
  act: (...input: Input) => Promise<unknown>,
): SureAction<Input> {
  const [answer, setAnswer] = useState<(isSure: boolean) => void>();
  const isSure = () =>
    new Promise<boolean>((resolve) => {
      setAnswer(() => resolve);
    }).finally(() => setAnswer(undefined));

  const action = useAction(async (...input: Input) => {
    try {
      await act(...input);
    } catch (error) {
      if (!REASONS.includes(problemOf(error).reason) || !(await isSure())) throw error;
      await act(...input);
    }
  });
  return { ...action, question: answer && <LogInAgain onAnswer={answer} /> };
}
