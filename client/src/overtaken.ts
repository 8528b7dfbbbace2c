import { FirebaseError } from "firebase/app";

/**
 * Writes again where the rules refused a write for having been decided on what another commit has
 * changed since, at most nine times. Such a refusal looks like any other: `isOvertaken` looks again
 * at what was read.
 */
export async function unlessOvertaken(
  write: () => Promise<void>,
  isOvertaken: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (!isDenied(error) || attempt === MAX_ATTEMPTS || !(await isOvertaken())) throw error;
    }
  }
}

const MAX_ATTEMPTS = 10;

/** Whether the rules have refused it. */
export const isDenied = (error: unknown): boolean =>
  error instanceof FirebaseError && error.code === "permission-denied";
