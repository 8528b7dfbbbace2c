import { randomUUID } from "node:crypto";
import { beforeCreate } from "../../../../functions/src/accounts/beforeCreate.ts";
import { beforeSignIn } from "../../../../functions/src/accounts/beforeSignIn.ts";
import { greet } from "../../../../functions/src/accounts/greet.ts";

interface Shown {
  uid: string;
  email?: string | undefined;
}

/** As Firebase Authentication calls them. */
interface Blocking {
  run(event: { data?: object }): Promise<void>;
}

const run = (verb: unknown, data: Shown): Promise<void> =>
  (verb as Blocking).run({ data: { ...data, emailVerified: false, disabled: false } });

/** Firebase Authentication asks whether an account may be made. */
export const signsUp = (email?: string, uid: string = randomUUID()): Promise<void> =>
  run(beforeCreate, { uid, email });

/** Firebase Authentication asks whether somebody may sign in. */
export const signsIn = ({ uid, email }: Shown): Promise<void> =>
  run(beforeSignIn, { uid, email: email || undefined });

/** The event of a profile that was made. */
export const makesProfile = ({ uid }: Shown): Promise<void> =>
  (greet as unknown as { run(event: object): Promise<void> }).run({ params: { uid } });
