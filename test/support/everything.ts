import { project, running } from "./firestore.ts";

/** A document: its path, and all that it holds as the database writes it (bytes decoded). */
export interface Found {
  path: string;
  text: string;
}

/**
 * The paths of all documents that hold one of `needles`, in whatever case: in their path, in the
 * name of a field or in a value. Looks at every document of the database.
 */
export async function documentsHolding(...needles: string[]): Promise<string[]> {
  const wanted = needles.map((needle) => needle.toLowerCase());
  if (wanted.length === 0 || wanted.includes("")) throw new Error("Say what to look for.");
  return (await everyDocument())
    .filter(({ path, text }) => {
      const words = `${path} ${text}`.toLowerCase();
      return wanted.some((needle) => words.includes(needle));
    })
    .map(({ path }) => path)
    .sort();
}

/** Every document of the database, or of another project's, at whatever depth. */
export async function everyDocument(of = project): Promise<Found[]> {
  const documents = `projects/${of}/databases/(default)/documents`;
  const answer = await fetch(`http://${running.hosts.firestore}/v1/${documents}:runQuery`, {
    method: "POST",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify({ structuredQuery: { from: [{ allDescendants: true }] } }),
  });
  if (!answer.ok) throw new Error(`The emulator answered ${answer.status}.`);
  const lines = (await answer.json()) as { document?: { name: string; fields?: object } }[];
  return lines.flatMap(({ document }) =>
    document
      ? [
          {
            path: document.name.slice(documents.length + 1),
            text: JSON.stringify(document.fields ?? {}, decoded),
          },
        ]
      : [],
  );
}

const decoded = (key: string, value: unknown): unknown =>
  key === "bytesValue" ? Buffer.from(String(value), "base64").toString() : value;
