import type { User } from "firebase/auth";
import { Database, IdCard, ShieldCheck, UserRound } from "lucide";
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { RequireUser } from "../../core/RequireUser.tsx";
import { useSession } from "../../core/session.tsx";
import { Icon, Page } from "../../core/ui/index.ts";
import { Confirmation } from "./Confirmation.tsx";
import { GuestCard } from "./GuestCard.tsx";
import "../accounts.css";

const MENU = [
  { title: "Profile", path: "/account", icon: UserRound },
  { title: "Details", path: "/account/details", icon: IdCard },
  { title: "Logging in", path: "/account/security", icon: ShieldCheck },
  { title: "Your data", path: "/account/data", icon: Database },
];

interface AccountPageProps {
  title: string;
  lead: string;
  /** What guests have as well; they are told what the rest takes. */
  isForGuests?: boolean;
  children: (user: User) => ComponentChildren;
}

/** A part of somebody's account, with the menu of all of them. */
export function AccountPage({ title, lead, isForGuests = false, children }: AccountPageProps) {
  const { isGuest } = useSession();
  const { path } = useLocation();
  return (
    <Page title={title} lead={lead}>
      <RequireUser why="Your account is yours alone.">
        {(user) => (
          <div class="with-menu">
            <nav class="side-menu" aria-label="Account">
              {MENU.map((entry) => (
                <a
                  key={entry.path}
                  href={entry.path}
                  aria-current={path === entry.path ? "page" : undefined}
                >
                  <Icon of={entry.icon} size={18} /> {entry.title}
                </a>
              ))}
            </nav>
            <div class="stack account-parts">
              {isGuest ? <GuestCard /> : <Confirmation user={user} />}
              {(!isGuest || isForGuests) && children(user)}
            </div>
          </div>
        )}
      </RequireUser>
    </Page>
  );
}
