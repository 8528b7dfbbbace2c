import { grpcCode } from "./grpc.ts";

/**
 * The outcome of a write on condition that a document is as it was read; `undefined` if it was
 * changed or deleted by somebody else (gRPC 9 and 5). With it one of several workers claims work.
 */
export async function ifUnchanged<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write;
  } catch (error) {
    if ([5, 9].includes(grpcCode(error))) return undefined;
    throw error;
  }
}
