import { useEffect, useState } from "preact/hooks";
import { shop } from "../../core/backend.ts";
import { type Problem, problemOf } from "../../core/problem.ts";
import type { Country } from "../countries.ts";
import type { CartLines } from "./cart.ts";

export type Quote = Awaited<ReturnType<typeof shop.call.quote>>;

export interface Wanted {
  lines: CartLines;
  country: Country;
  /** Empty for none. */
  coupon: string;
}

interface Answer {
  /** What the lines that are for sale cost. */
  quote?: Quote;
  /** The SKUs that are not for sale any more. */
  gone: readonly string[];
  couponProblem?: Problem;
  problem?: Problem;
}

export interface Quoted extends Answer {
  /** The numbers are still those of before. */
  isLoading: boolean;
  askAgain: () => void;
}

/** Somebody who counts up goes through several numbers. */
const PAUSE = 300;

/** What the server says it costs now. Asked anew whenever something else is wanted. */
export function useQuote({ lines, country, coupon }: Wanted): Quoted {
  const [answer, setAnswer] = useState<Answer & { of: string }>({ of: "", gone: [] });
  const [attempt, setAttempt] = useState(0);
  const question = JSON.stringify([requested(lines), country, coupon, attempt]);
  const isAsked = Object.keys(lines).length > 0;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isOver = false;
    const timer = setTimeout(
      async () => {
        const next = await ask({ lines, country, coupon });
        if (!isOver) setAnswer({ ...next, of: question });
      },
      answer.of === "" ? 0 : PAUSE,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [question]);
  return {
    ...answer,
    isLoading: isAsked && answer.of !== question,
    askAgain: () => setAttempt(attempt + 1),
  };
}

/** Asks; and again without what is refused, so that the rest has its price. */
async function ask(wanted: Wanted, gone: readonly string[] = []): Promise<Answer> {
  const { lines, country, coupon } = wanted;
  const asked = requested(lines).filter(({ sku }) => !gone.includes(sku));
  if (asked.length === 0) return { gone };
  try {
    const quote = await shop.call.quote({ lines: asked, country, ...(coupon && { coupon }) });
    return { quote, gone };
  } catch (error) {
    const problem = problemOf(error);
    const { line } = problem.details;
    if (problem.reason === "not-for-sale" && typeof line === "string") {
      return ask(wanted, [...gone, line]);
    }
    if (coupon && /^coupon-|^signed-out$|^too-many-requests$/.test(problem.reason)) {
      return { ...(await ask({ ...wanted, coupon: "" }, gone)), couponProblem: problem };
    }
    return { gone, problem };
  }
}

/** The lines of a cart as `quote` and `placeOrder` take them, always in the same order. */
export const requested = (lines: CartLines): { sku: string; quantity: number }[] =>
  Object.entries(lines)
    .map(([sku, quantity]) => ({ sku, quantity }))
    .sort((one, other) => (one.sku < other.sku ? -1 : 1));
