import { type Wire, whereIs } from "../../support/rulesWire.ts";

/** What a list is asked for by, and how much of it. */
export interface Asked {
  /** A field, and the value that it must have; no list is without a bound of this kind by itself. */
  where?: readonly [field: string, value: unknown] | undefined;
  limit?: number | undefined;
  offset?: number;
  /** In this folder, and in all of its name. */
  everywhere?: true;
}

/** Asks for a page of what is in a folder, as `uid`. Answers whether that was let through. */
export const listsBy =
  ({ query }: Wire) =>
  (
    uid: string | undefined,
    folder: string,
    { where, limit = 50, offset, everywhere }: Asked = {},
  ): Promise<boolean> => {
    const cut = everywhere ? 0 : Math.max(folder.lastIndexOf("/"), 0);
    const from = { collectionId: folder.slice(folder.lastIndexOf("/") + 1) };
    return query(
      {
        from: [{ ...from, ...(everywhere && { allDescendants: true }) }],
        ...(where && { where: whereIs(...where) }),
        ...(limit !== Number.POSITIVE_INFINITY && { limit }),
        ...(offset !== undefined && { offset }),
      },
      uid,
      folder.slice(0, cut) || undefined,
    );
  };

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));
