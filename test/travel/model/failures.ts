import { AssertionError } from "node:assert/strict";
import { logs } from "../../support/logs.ts";
import type { Action } from "./action.ts";
import type { World } from "./world.ts";

/** A refusal, or a failure of ours, as a program sees it. */
export interface Failure {
  code?: unknown;
  details?: { reason?: string };
}

/** Whether somebody may have come to the end of what they may do in an hour. */
export const isTired = ({ taken }: World): boolean =>
  Object.values(taken).some((times) => times > 5);

/** Does it, and answers the failure. */
export async function failureOf(action: Action, world: World): Promise<Failure | undefined> {
  if (action.repeatable && !world.sent.includes(action)) world.sent.push(action);
  try {
    await action.act(world);
    return undefined;
  } catch (error) {
    if (error instanceof AssertionError) throw error;
    return error as Failure;
  }
}

/** After these the same may be tried again, and then it must go through. */
export const isPassing = (failure: Failure | undefined): boolean =>
  failure?.code === "unavailable" || failure?.code === "aborted";

/** As a sentence has it. */
export const said = (reasons: readonly string[]): string =>
  reasons.join(" or ") || "that it is done";

/** A refusal, or what our log says of a failure. */
export function wordsOf(failure: Failure): string {
  const reason = failure.details?.reason;
  if (reason === "unexpected" || reason === undefined) {
    const entry = logs.findLast(({ message, severity }) => severity === "ERROR" && message);
    return `${failure}: ${entry?.stack ?? JSON.stringify(entry)}`;
  }
  return `${failure.code}/${reason}`;
}
