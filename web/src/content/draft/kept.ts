import type { DraftChanges } from "kindling-client";

/** What was written on this device on top of a version, and the server has not confirmed. */
export interface Kept {
  /** The version that was seen. */
  base: number;
  edits: DraftChanges;
}

/** A draft, and who writes it here. */
export interface DraftOf {
  siteId: string;
  draftId: string;
  uid: string;
}

/** A place in the browser for one draft: what is there outlives the page, and the battery. */
export interface Place<T> {
  read(): T | undefined;
  write(value: T | undefined): void;
}

export const placeFor = <T>(what: string, { siteId, draftId, uid }: DraftOf): Place<T> => {
  const key = `${what}.${uid}.${siteId}.${draftId}`;
  return {
    read() {
      const text = localStorage.getItem(key);
      return text === null ? undefined : (JSON.parse(text) as T);
    },
    write(value) {
      if (value === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    },
  };
};

/** The fields of `edits` that `draft` does not have as they are there. */
export function differing(edits: DraftChanges, draft: DraftChanges): DraftChanges {
  const fields = Object.entries(edits).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(draft[name as keyof DraftChanges]),
  );
  return Object.fromEntries(fields);
}

export const isEmpty = (edits: DraftChanges): boolean => Object.keys(edits).length === 0;
