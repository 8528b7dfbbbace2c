import { type Draft, type DraftChanges, KindlingError } from "kindling-client";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { content } from "../../core/backend.ts";
import { type Problem, problemOf } from "../../core/problem.ts";
import { type DraftOf, differing, isEmpty, type Kept, placeFor } from "./kept.ts";
import { type Aside, useAside } from "./useAside.ts";

/** Milliseconds after the last key. */
const PAUSE = 800;

export interface Writing {
  /** As it is shown: with what is not saved yet. */
  draft: Draft;
  status: "saved" | "saving" | "conflict" | "refused";
  problem: Problem | undefined;
  change: (changes: DraftChanges) => void;
  retry: () => void;
  /** Saves what is not saved, and answers what the draft is then. */
  settle: () => Promise<Draft>;
  /** Somebody has saved meanwhile: theirs, and what is different of one's own. */
  conflict: { theirs: Draft; mine: DraftChanges } | undefined;
  keepMine: () => void;
  takeTheirs: () => void;
  aside: Aside;
}

/**
 * Writes a draft: what is typed is kept on this device at once, and saved after a pause. One save at a
 * time, each on the version that the server has confirmed: two that wait offline would overwrite what another
 * has saved, as the first is refused and the second is not.
 */
export function useWriting(
  address: DraftOf,
  live: { draft: Draft; isPending: boolean; maySave: boolean },
): Writing {
  const { siteId, draftId, uid } = address;
  const { draft, isPending, maySave } = live;
  const place = useMemo(() => placeFor<Kept>("draft", address), [siteId, draftId, uid]);
  const [kept, setKept] = useState(() => place.read() ?? { base: draft.version, edits: {} });
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const aside = useAside(address);
  const [latest, seen] = [useRef(kept), useRef(draft)];
  const saving = useRef<Promise<void>>(undefined);

  const put = (next: Kept) => {
    latest.current = next;
    place.write(isEmpty(next.edits) ? undefined : next);
    setKept(next);
  };
  const mine = differing(kept.edits, draft);
  const isSettled = !isSaving && !isPending;
  if (isSettled && draft.version >= kept.base) seen.current = draft;
  const isOvertaken = isSettled && draft.version > kept.base;
  const conflict = isOvertaken && !isEmpty(mine) ? { theirs: draft, mine } : undefined;
  const isDue = maySave && isSettled && draft.version === kept.base && !problem && !isEmpty(mine);

  useEffect(() => {
    if (isOvertaken && !conflict) put({ base: draft.version, edits: {} });
  }, [isOvertaken, draft.version]);

  const saveNow = async () => {
    if (seen.current.version !== latest.current.base) throw overtaken();
    setSaving(true);
    try {
      const changes = differing(latest.current.edits, seen.current);
      seen.current = await content.saveDraft(siteId, draftId, seen.current, changes, uid);
      const { version } = seen.current;
      put({ base: version, edits: differing(latest.current.edits, seen.current) });
    } finally {
      setSaving(false);
    }
  };
  const save = () => {
    const begun = saveNow();
    saving.current = begun.catch(() => undefined);
    return begun;
  };
  const saveQuietly = () =>
    save().catch((error) => {
      const found = problemOf(error);
      // What is there by now comes by the listener.
      if (found.reason !== "version-conflict") setProblem(found);
    });
  useEffect(() => {
    if (!isDue) return undefined;
    const timer = setTimeout(saveQuietly, PAUSE);
    return () => clearTimeout(timer);
  }, [isDue, kept]);

  const leave = useRef(() => {});
  leave.current = () => {
    if (isDue) saveQuietly();
  };
  useEffect(() => () => leave.current(), []);

  return {
    draft: { ...draft, ...mine },
    status: conflict ? "conflict" : problem ? "refused" : isDue || !isSettled ? "saving" : "saved",
    problem,
    conflict,
    aside,
    change(changes) {
      setProblem(undefined);
      put({ ...latest.current, edits: { ...latest.current.edits, ...changes } });
    },
    retry: () => setProblem(undefined),
    async settle() {
      if (!navigator.onLine) throw offline();
      await saving.current;
      if (!isEmpty(differing(latest.current.edits, seen.current))) await save();
      return seen.current;
    },
    keepMine() {
      if (!conflict) return;
      aside.put(differing(draft, { ...draft, ...mine }));
      put({ base: draft.version, edits: mine });
    },
    takeTheirs() {
      aside.put(mine);
      put({ base: draft.version, edits: {} });
    },
  };
}

const offline = () =>
  new KindlingError(
    "unavailable",
    "offline",
    "You are offline. What you have written is kept: go on once you are back.",
    {},
    undefined,
  );

const overtaken = () =>
  new KindlingError(
    "failed-precondition",
    "version-conflict",
    "Somebody has saved it since. Look at what is there first.",
    {},
    undefined,
  );
