import { refuse } from "./refuse.ts";

/** From a state, by an action, to one of the states named. What is not there is not possible. */
export type Transitions<State extends string, Action extends string> = Record<
  State,
  Partial<Record<Action, readonly State[]>>
>;

/** A state machine by its table of transitions; `noun` is what people call the thing: "order". */
export const stateMachine = <State extends string, Action extends string>(
  noun: string,
  transitions: Transitions<State, Action>,
) => ({
  /** Whether the table has it. */
  isAllowed: (state: State, action: Action): boolean => transitions[state][action] !== undefined,

  /**
   * The state after `action`: `wanted`, or the only one there is. Refuses `failed-precondition`/
   * `wrong-state` with the `state` and what is `possible` in it.
   */
  next(state: State, action: Action, wanted?: State): State {
    const possible = transitions[state][action];
    if (!possible) {
      refuse("failed-precondition", "wrong-state", `This ${noun} is ${wordsOf(state)}.`, {
        state,
        possible: Object.keys(transitions[state]),
      });
    }
    const to = wanted ?? possible[0];
    if (to === undefined || !possible.includes(to)) {
      throw new Error(
        `${action} leads from ${state} to ${possible.join(" or ")}, not to ${wanted}`,
      );
    }
    return to;
  },
});

const wordsOf = (state: string): string => state.replaceAll("_", " ");
