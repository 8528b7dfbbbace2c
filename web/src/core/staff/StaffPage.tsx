import type { Staff } from "kindling-client";
import { ShieldX } from "lucide";
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { modules } from "../../modules.ts";
import { RequireUser } from "../RequireUser.tsx";
import { useSession } from "../session.tsx";
import { staffEntriesOf } from "../shell/staffEntries.ts";
import { Empty, Icon, Page } from "../ui/index.ts";
import "./staff.css";

interface StaffPageProps {
  title: string;
  /** Who works here, beside admins. */
  roles: readonly Staff["role"][];
  actions?: ComponentChildren;
  lead?: ComponentChildren;
  /** What leads here: `[title, path]`. */
  from?: readonly [string, string];
  children: ComponentChildren;
}

/** A page of the staff's, with their menu. Who has not the role is told so; the server refuses them anyway. */
export function StaffPage({ title, roles, actions, lead, from, children }: StaffPageProps) {
  const { role } = useSession();
  const { path } = useLocation();
  const mayBeHere = role === "admin" || (role !== undefined && roles.includes(role));
  return (
    <Page
      title={title}
      actions={mayBeHere && actions}
      lead={mayBeHere && lead}
      {...(mayBeHere && from && { from })}
    >
      <RequireUser why="This is for staff.">
        {() =>
          mayBeHere ? (
            <div class="with-menu staff">
              <nav class="side-menu" aria-label="Staff">
                {staffEntriesOf(modules, role).map((entry) => (
                  <a
                    key={entry.path}
                    href={entry.path}
                    aria-current={path.startsWith(entry.path) ? "page" : undefined}
                  >
                    <Icon of={entry.icon} size={18} /> {entry.title}
                  </a>
                ))}
              </nav>
              <div class="stack">{children}</div>
            </div>
          ) : (
            <Empty
              icon={ShieldX}
              title={role ? "This is for staff with another role" : "This is for staff"}
            >
              <p>If that should be you, ask an admin for the role, and log in again.</p>
            </Empty>
          )
        }
      </RequireUser>
    </Page>
  );
}
