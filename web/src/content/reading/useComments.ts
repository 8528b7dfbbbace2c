import { onSnapshot, type Query, query, startAfter } from "firebase/firestore";
import type { ArticleComment } from "kindling-client";
import { useEffect, useRef, useState } from "preact/hooks";
import { content } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { type Problem, problemOf } from "../../core/problem.ts";

const PAGE_SIZE = 50;

export interface LiveComments {
  comments: readonly Found<ArticleComment>[];
  isLoading: boolean;
  problem: Problem | undefined;
  hasMore: boolean;
  showMore: () => void;
}

/** What is said of an article, oldest first, and what is said meanwhile: each page is listened to. */
export function useComments(siteId: string, articleId: string): LiveComments {
  const [pages, setPages] = useState<readonly (readonly Found<ArticleComment>[])[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const stops = useRef<(() => void)[]>([]);
  const first = content.documents.commentsOf(siteId, articleId, PAGE_SIZE);
  const listen = (index: number, target: Query<ArticleComment, ArticleComment>) => {
    stops.current[index] = onSnapshot(
      target,
      { includeMetadataChanges: true },
      ({ docs }) => setPages((before) => Object.assign([...before], { [index]: docs })),
      (error) => setProblem(problemOf(error)),
    );
  };
  useEffect(() => {
    setPages([]);
    setProblem(undefined);
    listen(0, first);
    return () => {
      for (const stop of stops.current) stop();
      stops.current = [];
    };
  }, [siteId, articleId]);

  const last = pages.at(-1);
  // What moves from one page to the next is on both for a moment.
  const comments = [...new Map(pages.flat().map((comment) => [comment.id, comment])).values()];
  return {
    comments,
    isLoading: pages.length === 0 && !problem,
    problem,
    hasMore: last?.length === PAGE_SIZE,
    showMore() {
      const end = last?.at(-1);
      if (end) listen(pages.length, query(first, startAfter(end)));
    },
  };
}
