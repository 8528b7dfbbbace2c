import type { DraftChanges } from "kindling-client";
import { useMemo, useState } from "preact/hooks";
import { type DraftOf, placeFor } from "./kept.ts";

/** The text that was not taken when two had written: kept on this device until it is let go. */
export interface Aside {
  text: DraftChanges | undefined;
  put: (text: DraftChanges | undefined) => void;
}

export function useAside(address: DraftOf): Aside {
  const { siteId, draftId, uid } = address;
  const place = useMemo(() => placeFor<DraftChanges>("aside", address), [siteId, draftId, uid]);
  const [text, setText] = useState(() => place.read());
  return {
    text,
    put(next) {
      place.write(next);
      setText(next);
    },
  };
}
