import { type DocumentData, getDocs, type Query, query, startAfter } from "firebase/firestore";
import type { Found } from "./live.ts";

/**
 * All that a query finds, `pageSize` documents at a time as the query itself says, up to `most` pages. Each
 * document is billed: it says whether there are more.
 */
export async function readPages<T extends DocumentData>(
  wanted: Query<T, T>,
  pageSize: number,
  most: number,
): Promise<{ found: T[]; hasMore: boolean }> {
  const found: Found<T>[] = [];
  for (let page = 1; page <= most; page++) {
    const last = found.at(-1);
    const { docs } = await getDocs(last ? query(wanted, startAfter(last)) : wanted);
    found.push(...docs);
    if (docs.length < pageSize) return { found: found.map((one) => one.data()), hasMore: false };
  }
  return { found: found.map((one) => one.data()), hasMore: true };
}
