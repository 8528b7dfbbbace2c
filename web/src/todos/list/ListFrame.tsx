import { documentId, limit, query, where } from "firebase/firestore";
import type { ComponentChildren } from "preact";
import { useRoute } from "preact-iso";
import { todos } from "../../core/backend.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { useSession } from "../../core/session.tsx";
import { Loading, Page, Refusal } from "../../core/ui/index.ts";
import "../todos.css";
import { ListMenu } from "./ListMenu.tsx";
import { ListTabs } from "./ListTabs.tsx";
import { NoSuchList } from "./NoSuchList.tsx";
import { OpenListProvider } from "./openList.ts";
import { Said } from "./Said.tsx";
import { Standing } from "./Standing.tsx";
import { useList } from "./useList.ts";
import { useListHere } from "./useListHere.ts";

/** A page of the list that the address names: what all of them have. */
export function ListFrame({ children }: { children: ComponentChildren }) {
  const { listId = "" } = useRoute().params;
  return (
    <Framed key={listId} listId={listId}>
      {children}
    </Framed>
  );
}

function Framed({ listId, children }: { listId: string; children: ComponentChildren }) {
  const { user } = useSession();
  const followed = useList(user ? theList(listId, user.uid) : null);
  const { found, isLoading, problem } = followed;
  const here = useListHere(followed, user?.uid ?? "");
  // One that is not there, and one that is for others: the rules refuse both alike.
  const isMissing = problem ? problem.code === "permission-denied" : !isLoading && !found;
  return (
    <OpenListProvider value={here.open}>
      <Page
        title={here.open?.list.title ?? "A list"}
        from={["Lists", "/todos"]}
        actions={here.open && <ListMenu />}
      >
        <RequireUser why="Lists are kept under your account.">
          {() => (
            <>
              {isLoading && <Loading />}
              {isMissing ? <NoSuchList /> : <Refusal problem={problem} />}
              {here.open && (
                <>
                  <ListTabs listId={listId} />
                  <Standing />
                  <Refusal problem={here.problem} />
                  <div class="stack">{children}</div>
                </>
              )}
            </>
          )}
        </RequireUser>
        <Said saying={here.saying} onOver={here.stopSaying} />
      </Page>
    </OpenListProvider>
  );
}

const theList = (listId: string, uid: string) =>
  query(
    todos.documents.lists,
    where("memberIds", "array-contains", uid),
    where(documentId(), "==", listId),
    limit(1),
  );
