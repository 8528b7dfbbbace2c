import type { DocumentData, DocumentReference, DocumentSnapshot } from "firebase-admin/firestore";
import { db } from "./db.ts";

type Snapshots<Refs extends readonly unknown[]> = {
  [I in keyof Refs]: Refs[I] extends DocumentReference<infer D, infer Stored extends DocumentData>
    ? DocumentSnapshot<D, Stored>
    : never;
};

/** Reads documents in one round trip, in the order asked for. Billed one read each. */
export type Read = <const Refs extends readonly DocumentReference[]>(
  ...refs: Refs
) => Promise<Snapshots<Refs>>;

/**
 * What one attempt at a decision reads. Documents of one reading are as they were at one moment;
 * between two readings somebody may have done the work, and then they don't fit each other.
 */
export function readings(): { read: Read; isTorn: () => Promise<boolean> } {
  const taken: DocumentSnapshot[][] = [];
  return {
    async read<const Refs extends readonly DocumentReference[]>(...refs: Refs) {
      const found = refs.length === 0 ? [] : await db.getAll(...refs);
      if (found.length > 0) taken.push(found);
      return found as unknown as Snapshots<Refs>;
    },

    /** Whether what was read first is not so any more. Billed as that; nothing if all was one. */
    async isTorn() {
      const [first, ...later] = taken;
      if (!first || later.length === 0) return false;
      const now = await db.getAll(...first.map(({ ref }) => ref));
      return now.some(({ updateTime }, index) => !isSame(updateTime, first[index]?.updateTime));
    },
  };
}

type Time = DocumentSnapshot["updateTime"];

const isSame = (one: Time, other: Time): boolean =>
  one && other ? one.isEqual(other) : one === other;
