import type { ListenSource } from "firebase/firestore";
import type { List } from "kindling-client";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Writing } from "../writing.ts";

/** The list that is open, and who looks at it. */
export interface OpenList {
  listId: string;
  list: List;
  uid: string;
  isOwner: boolean;
  mayWrite: boolean;
  /** Where what is below the list is asked for: a list that the server does not know yet is here alone. */
  source: ListenSource;
  nameOf: (uid: string) => string;
  write: Writing["write"];
  /** Says what was done, and offers to undo it. */
  say: (sentence: string, undo?: () => void) => void;
  /** Says it to readers of the screen alone. */
  announce: (sentence: string) => void;
}

const Context = createContext<OpenList | undefined>(undefined);

export const OpenListProvider = Context.Provider;

/** For what stands in a `ListFrame`. */
export function useOpenList(): OpenList {
  const open = useContext(Context);
  if (!open) throw new Error("There is no list around this.");
  return open;
}
