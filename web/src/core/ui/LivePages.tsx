import {
  type DocumentData,
  type ListenSource,
  type Query,
  query,
  startAfter,
} from "firebase/firestore";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Found, useQuery } from "../live.ts";
import { Button } from "./Button.tsx";
import { Refusal } from "./Refusal.tsx";
import { Loading } from "./Waiting.tsx";

interface LivePagesProps<T extends DocumentData> {
  of: Query<T, T>;
  source?: ListenSource;
  /** That of the query. */
  pageSize?: number;
  /** What stands there if there is nothing. */
  empty?: ComponentChildren;
  /** A page, as it is shown. */
  children: (docs: readonly Found<T>[]) => ComponentChildren;
}

/** The pages of a query, each followed as long as it is shown; the next comes when it is asked for. */
export function LivePages<T extends DocumentData>(props: LivePagesProps<T>) {
  const { of: wanted, source, pageSize = 50, empty, children } = props;
  const { docs, isLoading, problem } = useQuery(wanted, source);
  const [goesOn, setGoesOn] = useState(false);
  const last = docs.length === pageSize ? docs.at(-1) : undefined;
  return (
    <>
      <Refusal problem={problem} />
      {isLoading && <Loading />}
      {!isLoading && !problem && docs.length === 0 && empty}
      {docs.length > 0 && children(docs)}
      {last && !goesOn && (
        <div class="row center">
          <Button onClick={() => setGoesOn(true)}>Show more</Button>
        </div>
      )}
      {last && goesOn && (
        <LivePages
          of={query(wanted, startAfter(last))}
          {...(source && { source })}
          pageSize={pageSize}
        >
          {children}
        </LivePages>
      )}
    </>
  );
}
