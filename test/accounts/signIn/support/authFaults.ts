import { createRequire } from "node:module";

type Method = (...words: unknown[]) => Promise<unknown>;

// The functions' own copy.
const { getAuth } = createRequire(new URL("../../../../functions/package.json", import.meta.url))(
  "firebase-admin/auth",
) as { getAuth: () => Record<string, Method> };

/** Does `work` while `method` of Firebase Authentication does `instead`. */
export async function withAuth<Outcome>(
  method: "getUser" | "updateUser",
  instead: Method,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const auth = getAuth();
  auth[method] = instead;
  try {
    return await work();
  } finally {
    delete auth[method];
  }
}

/** Fails as the SDK does where something is wrong, in words that hold all that was asked for. */
export const failing: Method = async (...words) => {
  const error = new Error(`An internal error has occurred: ${JSON.stringify(words)}`);
  throw Object.assign(error, { code: "auth/internal-error" });
};

/** Never answers. */
export const silent: Method = () => new Promise(() => {});
