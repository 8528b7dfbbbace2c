import type { Running } from "../running.ts";

interface Account {
  localId: string;
  email?: string;
  emailVerified?: boolean;
  lastLoginAt?: string;
  customAttributes?: string;
  providerUserInfo?: { providerId: string }[];
}

/**
 * An ID token of somebody who has signed up on a platform, named by address or uid, as the emulators take
 * it: unsigned. Throws where there is nobody. Nobody is signed in for it, so nothing comes of that.
 */
export async function tokenOf(running: Running, name: string): Promise<string> {
  const account = await accountOf(
    running,
    name.includes("@") ? { email: [name] } : { localId: [name] },
  );
  if (!account) throw new Error(`Nobody has signed up as ${name}.`);
  return `${[{ alg: "none" }, claimsOf(running.project, account)].map(base64).join(".")}.`;
}

function claimsOf(project: string, account: Account): object {
  const { localId, email, emailVerified = false, customAttributes = "{}" } = account;
  const [provider] = account.providerUserInfo ?? [];
  const signedInAt = Math.floor(Number(account.lastLoginAt ?? Date.now()) / 1000);
  return {
    ...JSON.parse(customAttributes),
    ...(email && { email, email_verified: emailVerified }),
    sub: localId,
    user_id: localId,
    iss: `https://securetoken.google.com/${project}`,
    aud: project,
    auth_time: signedInAt,
    iat: signedInAt,
    exp: signedInAt + 3600,
    firebase: { sign_in_provider: provider?.providerId ?? "anonymous", identities: {} },
  };
}

async function accountOf({ hosts, project }: Running, who: object): Promise<Account | undefined> {
  const url = `http://${hosts.auth}/identitytoolkit.googleapis.com/v1/projects/${project}/accounts:lookup`;
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(who),
  });
  if (!answer.ok) throw new Error(`The Auth emulator answered ${await answer.text()}`);
  const { users = [] } = (await answer.json()) as { users?: Account[] };
  return users[0];
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
