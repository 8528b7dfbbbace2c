/** Where pictures of people may come from, as the rules have it. */
const HOSTS = [
  "lh3.googleusercontent.com",
  "avatars.githubusercontent.com",
  "www.gravatar.com",
  "firebasestorage.googleapis.com",
];

export const avatarHint = "May stay empty. From Google, GitHub, Gravatar or Firebase Storage.";

const NOT_THERE = `Take an https address at one of ${HOSTS.join(", ")}, or none.`;

/** Why a picture can't be somebody's; nothing if it can. */
export function avatarProblem(address: string): string | undefined {
  if (address === "") return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isOurs = url?.protocol === "https:" && HOSTS.includes(url.host);
  const [, path = ""] = /^https:\/\/[^/]+\/([A-Za-z0-9/._~?&=%:+-]{1,400})$/.exec(address) ?? [];
  return isOurs && path !== "" ? undefined : NOT_THERE;
}

/** Why a text can't be for everybody to read. */
export const publicTextProblem = (text: string): string | undefined =>
  /\S@\S/.test(text) ? "Leave e-mail addresses out: everybody can read this." : undefined;
