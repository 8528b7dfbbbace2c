/** The gRPC code that Firestore gave an error, or -1. */
export const grpcCode = (error: unknown): number =>
  error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : -1;

/** What became of a commit that failed. */
export type Failure = "race lost" | "outcome unknown";

/**
 * gRPC codes of a commit. A precondition that no longer holds is NOT_FOUND, ALREADY_EXISTS or
 * FAILED_PRECONDITION; ABORTED is contention inside Firestore. After the others it may have been
 * carried out or not. (UNAVAILABLE the SDK tries again first, and meets our own: ALREADY_EXISTS.)
 * https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
 */
const FAILURES: Record<number, Failure> = {
  5: "race lost",
  6: "race lost",
  9: "race lost",
  10: "race lost",
  1: "outcome unknown",
  2: "outcome unknown",
  4: "outcome unknown",
  13: "outcome unknown",
  8: "outcome unknown",
  14: "outcome unknown",
};

/** What became of a commit that failed with `error`; nothing if the error says something else. */
export const failureOf = (error: unknown): Failure | undefined => FAILURES[grpcCode(error)];
