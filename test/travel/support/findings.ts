import assert from "node:assert/strict";
import type * as z from "zod";
import type { SearchStays } from "../../../functions/src/travel/booking/inputs.ts";
import { searchStays } from "../../../functions/src/travel/searchStays.ts";
import { call } from "../../support/call.ts";

type Asked = z.input<typeof SearchStays>;
export type Found = Awaited<ReturnType<typeof search>>["stays"][number];

/** One page of a search, by nobody in particular. */
export const search = (asked: Asked) => call(searchStays, undefined, asked);

/** What each page of a search finds, to the last. */
export async function searchPages(asked: Asked): Promise<Found[][]> {
  const { stays, next } = await search(asked);
  if (next === null) return [stays];
  assert.notDeepEqual(next, asked.after, "a page that leads to itself");
  return [stays, ...(await searchPages({ ...asked, after: next }))];
}

/** All that a search finds. */
export const searchAll = async (asked: Asked): Promise<Found[]> =>
  (await searchPages(asked)).flat();
