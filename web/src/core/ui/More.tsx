import type { DocumentData } from "firebase/firestore";
import { useAction } from "../action.ts";
import type { Pages } from "../pages.ts";
import { Button } from "./Button.tsx";

/** The button under a page of many that brings the next. */
export function More<T extends DocumentData>({ of: { hasMore, loadMore } }: { of: Pages<T> }) {
  const more = useAction(loadMore);
  if (!hasMore) return null;
  return (
    <div class="row center">
      <Button isBusy={more.isBusy} onClick={() => more.run()}>
        Show more
      </Button>
    </div>
  );
}
