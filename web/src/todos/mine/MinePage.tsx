import { UserRoundCheck } from "lucide";
import { useState } from "preact/hooks";
import { todos } from "../../core/backend.ts";
import { useQuery } from "../../core/live.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Empty, LivePages, Page, Refusal } from "../../core/ui/index.ts";
import { Said, type Saying } from "../list/Said.tsx";
import "../todos.css";
import { useWriting } from "../writing.ts";
import { Assignments } from "./Assignments.tsx";

export default function MinePage() {
  return (
    <Page
      title="What I have to do"
      lead="What was given to you, on whichever list."
      from={["Lists", "/todos"]}
    >
      <RequireUser why="What you have to do is kept under your account.">
        {({ uid }) => <Mine uid={uid} />}
      </RequireUser>
    </Page>
  );
}

function Mine({ uid }: { uid: string }) {
  const lists = useQuery(todos.documents.listsOf(uid));
  const { write, problem } = useWriting();
  const [saying, setSaying] = useState<Saying>();
  const titleOf = (listId: string) =>
    lists.docs.find(({ id }) => id === listId)?.data().title ?? "Another list";
  return (
    <>
      <Refusal problem={problem} />
      <LivePages
        of={todos.documents.assignmentsOf(uid)}
        empty={
          <Empty icon={UserRoundCheck} title="Nothing was given to you.">
            <p>In the details of a task, “Who does it” says whose it is.</p>
          </Empty>
        }
      >
        {(assignments) => (
          <Assignments
            assignments={assignments}
            titleOf={titleOf}
            write={write}
            say={(sentence, undo) => setSaying({ sentence, undo })}
          />
        )}
      </LivePages>
      <Said saying={saying} onOver={() => setSaying(undefined)} />
    </>
  );
}
