import { db } from "../../functions/src/core/db.ts";

type Collections = Awaited<ReturnType<typeof db.listCollections>>;
type Snapshot = Awaited<ReturnType<typeof db.getAll>>[number];

/**
 * The paths of all documents that hold one of `needles`, in whatever case: in a value, the name of
 * a field, or their own path (then also of one that is missing and has documents below it). Looks
 * at every document of the database.
 */
export async function documentsHolding(...needles: string[]): Promise<string[]> {
  const wanted = needles.map((needle) => needle.toLowerCase());
  if (wanted.length === 0 || wanted.includes("")) throw new Error("Say what to look for.");
  const found: string[] = [];
  for (const document of await everyDocument()) {
    const words = `${document.ref.path} ${wordsOf(document.data())}`.toLowerCase();
    if (wanted.some((needle) => words.includes(needle))) found.push(document.ref.path);
  }
  return found.sort();
}

/** Every document of the database, missing ones with documents below them included. */
export async function everyDocument(): Promise<Snapshot[]> {
  const below = async (collections: Collections): Promise<Snapshot[]> => {
    const pages = collections.map(async (collection) => {
      const refs = await collection.listDocuments();
      const documents = refs.length === 0 ? [] : await db.getAll(...refs);
      const children = refs.map(async (ref) => below(await ref.listCollections()));
      return [...documents, ...(await Promise.all(children)).flat()];
    });
    return (await Promise.all(pages)).flat();
  };
  return below(await db.listCollections());
}

/** All that a value holds, as one text. */
function wordsOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (Array.isArray(value)) return value.map(wordsOf).join(" ");
  if ("path" in value && "firestore" in value) return String(value.path);
  if ("toMillis" in value) return "";
  return Object.entries(value)
    .map(([key, entry]) => `${key} ${wordsOf(entry)}`)
    .join(" ");
}
