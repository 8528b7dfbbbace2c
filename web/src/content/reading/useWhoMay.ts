import { useLocation } from "preact-iso";
import { useSession } from "../../core/session.tsx";

/**
 * Who likes, follows, comments and reports is logged in. Answers what does something if somebody is, and
 * leads to the log-in, and back, if nobody is.
 */
export function useWhoMay(): (act: () => void) => void {
  const { user } = useSession();
  const { url, route } = useLocation();
  return (act) => (user ? act() : route(`/login?next=${encodeURIComponent(url)}`));
}
