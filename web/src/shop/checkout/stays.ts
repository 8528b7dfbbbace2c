import { useRef } from "preact/hooks";

/** The last value there was while it counted. */
export function useStays<T>(value: T, counts: boolean): T | undefined {
  const last = useRef<T>(undefined);
  if (counts) last.current = value;
  return last.current;
}
