import {
  type DocumentData,
  type Query,
  type QueryDocumentSnapshot,
  query,
  startAfter,
} from "firebase/firestore";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Found, useQuery } from "../../core/live.ts";
import { Button, Loading, Refusal } from "../../core/ui/index.ts";

interface LivePagesProps<T extends DocumentData> {
  of: Query<T, T>;
  /** As the query says. */
  pageSize: number;
  /** Stands there where the query finds nothing. */
  empty: ComponentChildren;
  /** What a page looks like. */
  children: (docs: readonly Found<T>[]) => ComponentChildren;
  /** Where this page begins: behind the one before. */
  after?: QueryDocumentSnapshot<T, T> | undefined;
}

/** The pages of a query, each of them followed. The next begins where the one before ends by now. */
export function LivePages<T extends DocumentData>(props: LivePagesProps<T>) {
  const { of: all, pageSize, empty, children, after } = props;
  const [isMoreShown, setMoreShown] = useState(false);
  const { docs, isLoading, problem } = useQuery(after ? query(all, startAfter(after)) : all);
  const last = docs.length === pageSize ? docs.at(-1) : undefined;
  if (isLoading) return <Loading />;
  if (problem) return <Refusal problem={problem} />;
  if (docs.length === 0) return <>{after ? null : empty}</>;
  return (
    <>
      {children(docs)}
      {last && isMoreShown && <LivePages {...props} after={last} />}
      {last && !isMoreShown && (
        <div class="row center">
          <Button onClick={() => setMoreShown(true)}>Show more</Button>
        </div>
      )}
    </>
  );
}
