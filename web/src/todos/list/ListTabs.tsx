import { CircleCheck, ListTodo, Trash2, Users } from "lucide";
import { useLocation } from "preact-iso";
import { Icon } from "../../core/ui/index.ts";

const TABS = [
  { title: "To do", end: "", icon: ListTodo },
  { title: "Done", end: "/done", icon: CircleCheck },
  { title: "Bin", end: "/bin", icon: Trash2 },
  { title: "People", end: "/people", icon: Users },
] as const;

/** The pages of a list. */
export function ListTabs({ listId }: { listId: string }) {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label="This list">
      {TABS.map(({ title, end, icon }) => {
        const href = `/todos/${listId}${end}`;
        return (
          <a key={end} href={href} aria-current={path === href ? "page" : undefined}>
            <Icon of={icon} size={18} /> {title}
          </a>
        );
      })}
    </nav>
  );
}
