import { auth } from "../../../functions/src/core/users.ts";

// The SDK's methods are the prototype's; one of the object's own stands before them.
const asked = auth as unknown as Record<"getUser" | "getUserByEmail", unknown>;

/** Does `work` while nobody can be looked up in Firebase Authentication. */
export async function whileAuthFails<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  const fails = async () => {
    throw Object.assign(new Error("An internal error."), { code: "auth/internal-error" });
  };
  Object.assign(asked, { getUser: fails, getUserByEmail: fails });
  try {
    return await work();
  } finally {
    for (const method of ["getUser", "getUserByEmail"] as const) delete asked[method];
  }
}

/** Whom `work` looks up in Firebase Authentication. */
export async function asksOfAuth(work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  for (const method of ["getUser", "getUserByEmail"] as const) {
    const ask = auth[method].bind(auth);
    Object.assign(asked, {
      [method]: (name: string) => {
        names.push(name);
        return ask(name);
      },
    });
  }
  try {
    await work();
    return names;
  } finally {
    for (const method of ["getUser", "getUserByEmail"] as const) delete asked[method];
  }
}
