import type { User } from "firebase/auth";
import { Archive, BellRing, ListChecks, Trash2, UserRoundCheck } from "lucide";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { todos } from "../core/backend.ts";
import { RequireUser } from "../core/RequireUser.tsx";
import { Empty, Icon, LinkButton, LivePages, Page } from "../core/ui/index.ts";
import { ListTiles } from "./ListTiles.tsx";
import { NewList } from "./NewList.tsx";
import "./todos.css";

const VIEWS = [
  { view: "use", title: "In use", icon: ListChecks },
  { view: "aside", title: "Put aside", icon: Archive },
  { view: "bin", title: "Bin", icon: Trash2 },
] as const;
type View = (typeof VIEWS)[number]["view"];

export default function Lists() {
  // A list that was seen here can be opened without a network, and so must its page.
  useEffect(() => {
    import("./tasks/OpenTasks.tsx");
  }, []);
  return (
    <Page
      title="Todos"
      lead="Lists of your own, and those that others share with you."
      actions={
        <>
          <LinkButton isSmall href="/todos/mine" icon={UserRoundCheck}>
            What I have to do
          </LinkButton>
          <LinkButton isSmall href="/todos/settings" icon={BellRing}>
            Mail and calendar
          </LinkButton>
        </>
      }
    >
      <RequireUser why="Lists are kept under your account.">
        {(user) => <ListsOf user={user} />}
      </RequireUser>
    </Page>
  );
}

function ListsOf({ user: { uid } }: { user: User }) {
  const { query } = useLocation();
  const view = VIEWS.find((one) => one.view === query.show)?.view ?? "use";
  return (
    <>
      <nav class="tabs" aria-label="Which lists">
        {VIEWS.map((one) => (
          <a
            key={one.view}
            href={one.view === "use" ? "/todos" : `/todos?show=${one.view}`}
            aria-current={one.view === view ? "page" : undefined}
          >
            <Icon of={one.icon} size={18} /> {one.title}
          </a>
        ))}
      </nav>
      {view === "use" && <NewList uid={uid} />}
      <LivePages key={view} of={queryOf(view, uid)} empty={<Nothing view={view} />}>
        {(lists) => <ListTiles lists={lists} uid={uid} />}
      </LivePages>
    </>
  );
}

const queryOf = (view: View, uid: string) =>
  view === "bin"
    ? todos.documents.binnedListsOf(uid)
    : todos.documents.listsOf(uid, view === "aside");

const NOTHING: Record<View, [string, string]> = {
  use: ["There is no list yet.", "Give your first one a title above."],
  aside: [
    "Nothing is put aside.",
    "A list that is over can be kept here: its menu has “Put aside”.",
  ],
  bin: ["The bin is empty.", "Lists that are put here can be taken out again for 30 days."],
};

function Nothing({ view }: { view: View }) {
  const [title, what] = NOTHING[view];
  return (
    <Empty icon={VIEWS.find((one) => one.view === view)?.icon ?? ListChecks} title={title}>
      <p>{what}</p>
    </Empty>
  );
}
