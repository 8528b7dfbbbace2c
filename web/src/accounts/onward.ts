import { useLocation } from "preact-iso";

/**
 * Where somebody wanted to go before they logged in, or `home`: a path of the app, never another site.
 * `keep` is the path of another page that is to know of it as well.
 */
export function useOnward(home = "/"): { goOn: () => void; keep: (path: string) => string } {
  const { query, route } = useLocation();
  const { next = "" } = query;
  const isOurs = /^\/(?![/\\])/.test(next);
  return {
    goOn: () => route(isOurs ? next : home, true),
    keep: (path) => (isOurs ? `${path}?next=${encodeURIComponent(next)}` : path),
  };
}
