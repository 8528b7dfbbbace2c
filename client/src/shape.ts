import type { Timestamp } from "firebase/firestore";
import type { Timestamp as StoredTimestamp } from "../../functions/src/core/schema.ts";

/**
 * A type of the back end as an app sees it: written out in full, so that the package's
 * declarations need neither the back end nor its libraries, and with the client's Timestamp.
 */
export type Shape<T> = T extends StoredTimestamp
  ? Timestamp
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends infer Known
      ? { [Key in keyof Known]: Shape<Known[Key]> }
      : never;

/** A value that is never there: declarations write out the type of a value, not that of a name. */
export const shapeOf = <T>(): Shape<T> => undefined as never;
