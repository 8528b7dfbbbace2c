import type { User } from "firebase/auth";
import { LogIn } from "lucide";
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useSession } from "./session.tsx";
import { Empty, LinkButton, Loading } from "./ui/index.ts";

/** What needs somebody who is logged in; whoever is not is led to that, and back again. */
export function RequireUser({
  children,
  why,
}: {
  children: (user: User) => ComponentChildren;
  /** What logging in is for: "Your lists are kept under your account." */
  why: string;
}) {
  const { isReady, user } = useSession();
  const { url } = useLocation();
  if (!isReady) return <Loading what="Looking who you are" />;
  if (user) return <>{children(user)}</>;
  return (
    <Empty icon={LogIn} title="Log in to go on">
      <p>{why}</p>
      <p class="row center">
        <LinkButton look="primary" href={`/login?next=${encodeURIComponent(url)}`}>
          Log in
        </LinkButton>
        <LinkButton href={`/signup?next=${encodeURIComponent(url)}`}>Sign up</LinkButton>
      </p>
    </Empty>
  );
}
