import {
  type DocumentData,
  getDocs,
  type Query,
  query,
  queryEqual,
  startAfter,
} from "firebase/firestore";
import { useEffect, useState } from "preact/hooks";
import { useStable } from "./listening.ts";
import type { Found, LiveQuery } from "./live.ts";
import { type Problem, problemOf } from "./problem.ts";

export interface Pages<T extends DocumentData> extends LiveQuery<T> {
  /** There may be more. */
  hasMore: boolean;
  loadMore: () => Promise<void>;
}

/**
 * The pages of a query, `pageSize` documents each as the query itself says: read once, not followed. The
 * next is read when it is asked for.
 */
export function usePages<T extends DocumentData>(
  wanted: Query<T, T> | null,
  pageSize: number,
): Pages<T> {
  const target = useStable(wanted, queryEqual);
  const [state, setState] = useState<{
    of: Query<T, T> | null;
    docs: readonly Found<T>[];
    hasMore: boolean;
    problem?: Problem;
  }>({ of: null, docs: [], hasMore: false });
  const read = async (from: Query<T, T>, before: readonly Found<T>[]) => {
    const last = before.at(-1);
    try {
      const { docs } = await getDocs(last ? query(from, startAfter(last)) : from);
      return { of: from, docs: [...before, ...docs], hasMore: docs.length === pageSize };
    } catch (error) {
      return { of: from, docs: before, hasMore: before.length > 0, problem: problemOf(error) };
    }
  };
  useEffect(() => {
    let isOver = false;
    if (target)
      read(target, []).then((next) => {
        if (!isOver) setState(next);
      });
    return () => {
      isOver = true;
    };
  }, [target]);
  const isKnown = state.of === target;
  return {
    docs: isKnown ? state.docs : [],
    isLoading: target !== null && !isKnown,
    isPending: false,
    problem: isKnown ? state.problem : undefined,
    hasMore: isKnown && state.hasMore,
    loadMore: async () => {
      if (target) setState(await read(target, state.docs));
    },
  };
}
