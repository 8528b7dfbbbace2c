import type { User } from "firebase/auth";
import { useState } from "preact/hooks";

/** What the rules take as a name to say something under. */
export const BYLINE = {
  maxlength: 80,
  pattern: "[^@]*[^@\\s][^@]*",
  hint: "Everybody sees it.",
} as const;

/** The name that somebody writes under; what they gave last is kept on this device. */
export function useByline({ uid, displayName }: User): [string, (name: string) => void] {
  const key = `byline.${uid}`;
  const [byline, setByline] = useState(() => localStorage.getItem(key) ?? displayName ?? "");
  return [
    byline,
    (name) => {
      setByline(name);
      localStorage.setItem(key, name);
    },
  ];
}
