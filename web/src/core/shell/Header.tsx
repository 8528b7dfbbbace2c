import { signOut } from "firebase/auth";
import { ChevronDown, LogOut, UserRound, Wrench } from "lucide";
import type { AppModule } from "../appModule.ts";
import { auth } from "../backend.ts";
import { useSession } from "../session.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Menu } from "../ui/Menu.tsx";
import { staffEntriesOf } from "./staffEntries.ts";
import { ThemeButton } from "./ThemeButton.tsx";

/** Where one is, and who. */
export function Header({ modules }: { modules: readonly AppModule[] }) {
  const { isReady, user } = useSession();
  return (
    <header class="header">
      <a class="brand" href="/">
        <img src="/icon.svg" alt="" width={28} height={28} />
        Kindling
      </a>
      <div class="row">
        <ThemeButton />
        {isReady && !user && (
          <LinkButton isSmall look="primary" href="/login">
            Log in
          </LinkButton>
        )}
        {user && <AccountMenu modules={modules} />}
      </div>
    </header>
  );
}

function AccountMenu({ modules }: { modules: readonly AppModule[] }) {
  const { user, isGuest, role } = useSession();
  const staff = staffEntriesOf(modules, role);
  const name = isGuest ? "Guest" : (user?.displayName ?? user?.email);
  const button = (
    <>
      <Icon of={UserRound} />
      <span class="wide-only">{name}</span>
      <Icon of={ChevronDown} size={16} />
    </>
  );
  return (
    <Menu label={`Your account: ${name}`} button={button}>
      {modules
        .flatMap(({ account = [] }) => account)
        .map(({ title, path, icon }) => (
          <a key={path} href={path}>
            <Icon of={icon} size={18} /> {title}
          </a>
        ))}
      {staff.length > 0 && (
        <a href="/staff">
          <Icon of={Wrench} size={18} /> Staff
        </a>
      )}
      {/* A guest can't come back: their account page asks before. */}
      {!isGuest && (
        <button type="button" onClick={() => signOut(auth)}>
          <Icon of={LogOut} size={18} /> Log out
        </button>
      )}
    </Menu>
  );
}
