import { useEffect, useRef, useState } from "preact/hooks";

/** Whoever has sent a form goes on reading at the heading of what takes its place. */
export function useNextHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isAwaited, setAwaited] = useState(false);
  useEffect(() => {
    if (!isAwaited || !heading.current) return;
    heading.current.focus();
    setAwaited(false);
  });
  return { heading, arrive: () => setAwaited(true) };
}
