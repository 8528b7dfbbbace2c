import { useState } from "preact/hooks";
import type { Problem } from "../../core/problem.ts";
import { usePeople } from "../people.ts";
import { useWriting } from "../writing.ts";
import type { OpenList } from "./openList.ts";
import { mayWrite } from "./roles.ts";
import type { Saying } from "./Said.tsx";
import type { FollowedList } from "./useList.ts";

interface ListHere {
  open: OpenList | undefined;
  problem: Problem | undefined;
  saying: Saying | undefined;
  stopSaying: () => void;
}

/** A list as the pages below it see it. */
export function useListHere({ found, source }: FollowedList, uid: string): ListHere {
  const list = found?.data();
  const nameOf = usePeople(list?.memberIds ?? []);
  const { write, problem } = useWriting();
  const [saying, setSaying] = useState<Saying>();
  const open = found &&
    list && {
      listId: found.id,
      list,
      uid,
      isOwner: list.ownerId === uid,
      mayWrite: mayWrite(list, uid),
      source,
      nameOf,
      write,
      say: (sentence: string, undo?: () => void) => setSaying({ sentence, undo }),
      announce: (sentence: string) => setSaying({ sentence, isQuiet: true }),
    };
  return { open, problem, saying, stopSaying: () => setSaying(undefined) };
}
