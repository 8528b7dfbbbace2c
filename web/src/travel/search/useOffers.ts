import { useEffect, useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { type Problem, problemOf } from "../../core/problem.ts";
import type { Wish } from "../wish.ts";

type Answer = Awaited<ReturnType<typeof travel.call.searchStays>>;

/** A room type that can be had, and what the stay costs. */
export type Offer = Answer["stays"][number];

interface Found {
  /** What was searched for. */
  of: string;
  stays: readonly Offer[];
  next: Answer["next"];
  problem?: Problem;
}

/** What can be had of what somebody looks for, a page after the other. */
export function useOffers({ city, checkIn, checkOut, guests, rooms }: Wish) {
  const search = { city, checkIn, checkOut, guests, rooms };
  const key = JSON.stringify(search);
  const [found, setFound] = useState<Found>({ of: "", stays: [], next: null });
  const read = async ({ stays, next }: Pick<Found, "stays" | "next">): Promise<Found> => {
    try {
      const after = next ? { after: next } : {};
      const page = await travel.call.searchStays({ ...search, ...after });
      return { of: key, stays: [...stays, ...page.stays], next: page.next };
    } catch (error) {
      return { of: key, stays, next, problem: problemOf(error) };
    }
  };
  useEffect(() => {
    let isOver = false;
    read({ stays: [], next: null }).then((first) => !isOver && setFound(first));
    return () => {
      isOver = true;
    };
  }, [key]);
  const isLoading = found.of !== key;
  return {
    isLoading,
    stays: isLoading ? [] : found.stays,
    problem: isLoading ? undefined : found.problem,
    hasMore: !isLoading && found.next !== null,
    loadMore: async () => setFound(await read(found)),
  };
}
