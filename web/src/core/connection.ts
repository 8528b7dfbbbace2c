import { waitForPendingWrites } from "firebase/firestore";
import { useEffect, useState } from "preact/hooks";
import { db } from "./backend.ts";

let isWriting = false;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Something was written here that the server has not confirmed: `useConnection` says so until it has. */
export function noteWriting(): void {
  if (isWriting) return;
  isWriting = true;
  tell();
  const end = () => {
    isWriting = false;
    tell();
  };
  // It rejects when somebody else logs in: what waits then is not theirs.
  waitForPendingWrites(db).then(end, end);
}

for (const event of ["online", "offline"]) addEventListener(event, tell);

export interface Connection {
  isOnline: boolean;
  /** What was written here waits for the server. */
  isWriting: boolean;
}

/** Whether there is a network, as far as the browser knows, and whether writes wait for it. */
export function useConnection(): Connection {
  const now = () => ({ isOnline: navigator.onLine, isWriting });
  const [connection, setConnection] = useState<Connection>(now);
  useEffect(() => {
    const listener = () => setConnection(now());
    listeners.add(listener);
    listener();
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return connection;
}
