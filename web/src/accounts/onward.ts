import { useLocation } from "preact-iso";

/** Where somebody wanted to go before they logged in: a path of the app, never another site. */
export function useOnward(): { next: string; goOn: () => void; keep: (path: string) => string } {
  const { query, route } = useLocation();
  const wanted = query.next ?? "/";
  const next = /^\/(?![/\\])/.test(wanted) ? wanted : "/";
  return {
    next,
    goOn: () => route(next, true),
    keep: (path) => (next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`),
  };
}
