import { type ListenSource, type Query, waitForPendingWrites } from "firebase/firestore";
import type { List } from "kindling-client";
import { useEffect, useState } from "preact/hooks";
import { db } from "../../core/backend.ts";
import { type Found, useQuery } from "../../core/live.ts";
import type { Problem } from "../../core/problem.ts";

export interface FollowedList {
  found: Found<List> | undefined;
  /** Where what is below the list is to be asked for. */
  source: ListenSource;
  isLoading: boolean;
  problem: Problem | undefined;
}

/**
 * A list. One that was made on this device the server refuses to tell of until it has heard of it; so
 * until then this device alone is asked.
 */
export function useList(wanted: Query<List, List> | null): FollowedList {
  const here = useQuery(wanted, "cache");
  const kept = here.docs[0];
  const isNew = kept !== undefined && isUnsent(kept);
  const [isSent, setSent] = useState(false);
  useEffect(() => {
    if (!isNew) return;
    const sent = () => setSent(true);
    waitForPendingWrites(db).then(sent, sent);
  }, [isNew]);
  const isHereAlone = here.isLoading || (isNew && !isSent);
  const there = useQuery(isHereAlone ? null : wanted);
  if (isHereAlone) return { ...here, found: kept, source: "cache" };
  const found = there.isLoading ? kept : there.docs[0];
  return { ...there, found, isLoading: there.isLoading && !kept, source: "default" };
}

const isUnsent = (list: Found<List>): boolean =>
  list.data({ serverTimestamps: "none" }).createdAt === null;
