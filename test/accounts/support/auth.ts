import { auth } from "../../../functions/src/core/users.ts";

/** What the functions ask Firebase Authentication. */
const METHODS = [
  "getUser",
  "getUserByEmail",
  "getUsers",
  "updateUser",
  "deleteUser",
  "revokeRefreshTokens",
  "setCustomUserClaims",
  "generateEmailVerificationLink",
  "generatePasswordResetLink",
  "generateVerifyAndChangeEmailLink",
] as const;
export type Method = (typeof METHODS)[number];

type Ask = (...words: unknown[]) => Promise<unknown>;

// The methods are the prototype's; one of the object's own stands before them.
const replaceable = auth as unknown as Partial<Record<Method, Ask>>;

/** Fails as the SDK does where something is wrong, in words that hold all that was asked for. */
export const failing: Ask = async (...words) => {
  const error = new Error(`An internal error has occurred: ${JSON.stringify(words)}`);
  throw Object.assign(error, { code: "auth/internal-error" });
};

/** Never answers. */
export const silent: Ask = () => new Promise(() => {});

/** Does `work` while these of Firebase Authentication do as `instead` does: by default, fail. */
export async function withoutAuth<Outcome>(
  methods: readonly Method[],
  work: () => Promise<Outcome>,
  instead: Ask = failing,
): Promise<Outcome> {
  for (const method of methods) replaceable[method] = instead;
  try {
    return await work();
  } finally {
    for (const method of methods) delete replaceable[method];
  }
}

/** Does `work` while Firebase Authentication answers nothing. */
export const whileAuthFails = (work: () => Promise<unknown>): Promise<unknown> =>
  withoutAuth(METHODS, work);

/** What `work` asks Firebase Authentication. */
export async function askedOfAuth(work: () => Promise<unknown>): Promise<Method[]> {
  const asked: Method[] = [];
  for (const method of METHODS) {
    const ask = replaceable[method]?.bind(auth) as Ask;
    replaceable[method] = (...words) => {
      asked.push(method);
      return ask(...words);
    };
  }
  try {
    await work();
    return asked;
  } finally {
    for (const method of METHODS) delete replaceable[method];
  }
}
