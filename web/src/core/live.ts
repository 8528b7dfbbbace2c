import {
  type DocumentData,
  type DocumentReference,
  type DocumentSnapshot,
  type ListenSource,
  onSnapshot,
  type Query,
  type QueryDocumentSnapshot,
  type QuerySnapshot,
  queryEqual,
  refEqual,
} from "firebase/firestore";
import { useListener } from "./listening.ts";
import type { Problem } from "./problem.ts";

/** A document as the app shows it. */
export type Found<T extends DocumentData> = QueryDocumentSnapshot<T, T>;

interface Live {
  isLoading: boolean;
  problem: Problem | undefined;
  /** Written here, and not confirmed by the server yet. */
  isPending: boolean;
}

export interface LiveQuery<T extends DocumentData> extends Live {
  docs: readonly Found<T>[];
}

export interface LiveDocument<T extends DocumentData> extends Live {
  data: T | undefined;
}

/**
 * The documents of a query, and what becomes of them: with every change, one's own at once. None is
 * asked for while `wanted` is null. What the rules refuse is a `problem`. `cache` asks this device alone:
 * for what was made here, and would be refused as long as the server does not know of it.
 */
export function useQuery<T extends DocumentData>(
  wanted: Query<T, T> | null,
  source: ListenSource = "default",
): LiveQuery<T> {
  const { seen, isLoading, problem } = useListener<Query<T, T>, QuerySnapshot<T, T>>(
    wanted,
    queryEqual,
    (target, next, fail) =>
      onSnapshot(target, { includeMetadataChanges: true, source }, next, fail),
    source,
  );
  const isPending = seen?.metadata.hasPendingWrites ?? false;
  return { docs: seen?.docs ?? [], isLoading, problem, isPending };
}

/** A document, and what becomes of it; `data` is undefined where there is none. As `useQuery`. */
export function useDocument<T extends DocumentData>(
  wanted: DocumentReference<T, T> | null,
): LiveDocument<T> {
  const { seen, isLoading, problem } = useListener<DocumentReference<T, T>, DocumentSnapshot<T, T>>(
    wanted,
    refEqual,
    (target, next, fail) => onSnapshot(target, { includeMetadataChanges: true }, next, fail),
  );
  const isPending = seen?.metadata.hasPendingWrites ?? false;
  return { data: seen?.data(), isLoading, problem, isPending };
}

/**
 * Listens to a document until what is answered is called; resolves once the server has said what it is. What
 * is written in the moment a listener begins, the emulator may never tell it of: who writes to a
 * document that is about to be shown listens first.
 */
export const listeningTo = <T extends DocumentData>(
  wanted: DocumentReference<T, T>,
): Promise<() => void> =>
  new Promise((resolve, reject) => {
    const stop = onSnapshot(
      wanted,
      { includeMetadataChanges: true },
      ({ metadata }) => {
        if (!metadata.fromCache) resolve(stop);
      },
      reject,
    );
  });
