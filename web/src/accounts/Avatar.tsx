import { useEffect, useState } from "preact/hooks";
import "./accounts.css";

/** Somebody's picture, or the first letters of their name. */
export function Avatar({ name, url }: { name: string; url: string }) {
  const [isBroken, setBroken] = useState(false);
  useEffect(() => setBroken(false), [url]);
  return (
    <div class="avatar" aria-hidden="true">
      {url && !isBroken ? (
        <img src={url} alt="" referrerpolicy="no-referrer" onError={() => setBroken(true)} />
      ) : (
        initialsOf(name)
      )}
    </div>
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map(([letter = ""]) => letter.toUpperCase())
    .slice(0, 2)
    .join("") || "?";
