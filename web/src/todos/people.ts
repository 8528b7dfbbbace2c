import { getDoc } from "firebase/firestore";
import { useEffect, useState } from "preact/hooks";
import { accounts } from "../core/backend.ts";
import { useSession } from "../core/session.tsx";

/** Of whom was asked already, on any page: a name is read once. */
const asked = new Map<string, Promise<string>>();

const NAMELESS = "Somebody without a name";

function askFor(uid: string): Promise<string> {
  const known = asked.get(uid);
  if (known) return known;
  const asking = getDoc(accounts.documents.profile(uid)).then(
    (profile) => profile.data()?.displayName || profile.data()?.username || NAMELESS,
    () => {
      // Offline: asked again on the next page.
      asked.delete(uid);
      return NAMELESS;
    },
  );
  asked.set(uid, asking);
  return asking;
}

/** What people are called who are on a list; oneself is "You". */
export function usePeople(uids: readonly string[]): (uid: string) => string {
  const { user } = useSession();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const others = uids.filter((uid) => uid !== user?.uid);
  useEffect(() => {
    for (const uid of others) {
      askFor(uid).then((name) => setNames((known) => new Map(known).set(uid, name)));
    }
  }, [others.join()]);
  return (uid) => (uid === user?.uid ? "You" : (names.get(uid) ?? "…"));
}
