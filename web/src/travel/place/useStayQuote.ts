import { useEffect, useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { type Problem, problemOf } from "../../core/problem.ts";

type Asked = Parameters<typeof travel.call.quoteStay>[0];

/** What a stay costs, promised for a quarter of an hour. */
export type Quote = Awaited<ReturnType<typeof travel.call.quoteStay>>;

interface Answered {
  /** What was asked for. */
  of: string;
  quote?: Quote;
  problem?: Problem;
}

/** Asks what a stay costs, once for each that is wanted; `askAgain` once the promise is over. */
export function useStayQuote(asked: Asked | undefined) {
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState<Answered>({ of: "" });
  const key = asked ? `${attempt} ${JSON.stringify(asked)}` : "";
  useEffect(() => {
    if (!asked) return undefined;
    let isOver = false;
    travel.call.quoteStay(asked).then(
      (quote) => !isOver && setAnswered({ of: key, quote }),
      (error: unknown) => !isOver && setAnswered({ of: key, problem: problemOf(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [key]);
  const isKnown = answered.of === key;
  return {
    quote: isKnown ? answered.quote : undefined,
    problem: isKnown ? answered.problem : undefined,
    askAgain: () => setAttempt(attempt + 1),
  };
}
